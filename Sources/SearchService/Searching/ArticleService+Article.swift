package import SearchEngine
package import SearchProtocol

extension ArticleService {
    /// Returns one whole article, with the words of a query highlighted where one is given.
    ///
    /// - Parameters:
    ///   - params: which article.
    ///   - encoding: the unit of positions in the answer.
    ///   - origin: the origin of the request.
    /// - Returns: the article.
    /// - Throws: `ProtocolError`; an unknown id is -32602.
    package func article(
        _ params: ArticleParams, encoding: PositionEncoding = .utf8, from origin: RequestOrigin = .ownProcess
    ) async throws -> ArticleResult {
        let marked = try await answering(origin, as: .lookup) { reader, stop in
            guard let query = params.query else {
                return try await reader.article(id: params.id, stop: stop).map { MarkedArticle(article: $0) }
            }
            return try await reader.article(id: params.id, marking: query, stop: stop)
        }
        guard let marked else { throw ProtocolError(SearchError.unknownArticle(id: params.id)) }
        var result = ArticleResult(marked.article, encoding: encoding)
        if params.query != nil {
            result.titleHighlights = encoding.spans(ofBytes: marked.titleHighlights, in: marked.article.title)
            let shown = Array(marked.bodyHighlights.prefix(ArticleResult.mostHighlights))
            result.bodyHighlights = encoding.spans(ofBytes: shown, in: marked.article.body)
        }
        return result
    }
}
