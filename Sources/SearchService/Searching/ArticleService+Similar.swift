package import SearchEngine
package import SearchProtocol

extension ArticleService {
    /// Finds the articles most similar to one article.
    ///
    /// - Parameters:
    ///   - params: which article, and which page.
    ///   - encoding: the unit of positions in the answer.
    ///   - origin: the origin of the request.
    /// - Returns: hits and total, as for a search; the total counts every article that has any term in common with it.
    /// - Throws: `ProtocolError`; an unknown id is -32602.
    package func similar(
        _ params: SimilarParams, encoding: PositionEncoding = .utf8, from origin: RequestOrigin = .ownProcess
    ) async throws -> SearchProtocol.SearchResult {
        let start = ContinuousClock.now
        var request = SimilarRequest(id: params.id)
        (request.limit, request.offset) = try page(params.limit, params.offset)
        request.wantsSnippets = params.snippets ?? true
        let answer = try await answering(origin, within: params.deadlineMs) { [request] reader, stop in
            try await reader.similar(request, stop: stop)
        }
        return SearchProtocol.SearchResult(
            hits: try [SearchHit](answer.hits, encoding: encoding), total: SearchTotal(answer.total),
            revision: answer.revision, tookMicroseconds: start.duration(to: .now).wholeMicroseconds)
    }
}
