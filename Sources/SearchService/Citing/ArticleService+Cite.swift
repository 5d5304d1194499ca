package import SearchEngine
package import SearchProtocol

extension ArticleService {
    /// Returns one article's citation.
    ///
    /// - Parameters:
    ///   - params: which article, and the format.
    ///   - origin: the origin of the request.
    /// - Returns: the citation.
    /// - Throws: `ProtocolError`; an unknown id is -32602.
    package func cite(
        _ params: CiteParams, from origin: RequestOrigin = .ownProcess
    ) async throws -> CiteResult {
        let article = try await answering(origin, as: .lookup) { reader, stop in
            try await reader.article(id: params.id, stop: stop)
        }
        guard let article else { throw ProtocolError(SearchError.unknownArticle(id: params.id)) }
        return CiteResult(text: Citation(article).text(params.format ?? .plain))
    }
}
