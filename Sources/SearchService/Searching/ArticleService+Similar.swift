package import SearchEngine
package import SearchProtocol

extension ArticleService {
    /// The articles most like one article.
    ///
    /// - Parameters:
    ///   - params: which article, and which page.
    ///   - encoding: what the positions in the answer are counted in.
    ///   - origin: who asks.
    /// - Returns: hits and total, as for a search; the total counts all that have anything in common with the article.
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
