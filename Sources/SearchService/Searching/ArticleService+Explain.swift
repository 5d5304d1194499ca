package import SearchEngine
package import SearchProtocol

extension ArticleService {
    /// The number of hits that are searched for an article's position.
    private static let placesLookedAt = 100

    /// Explains how a query was understood and, for one article, its rank.
    ///
    /// - Parameters:
    ///   - params: the query, and the article in question if there is one.
    ///   - encoding: the unit of positions in the answer.
    ///   - origin: the origin of the request.
    /// - Returns: the explanation; without a hit where the article does not match.
    /// - Throws: `ProtocolError`; an unknown article is -32602.
    package func explain(
        _ params: ExplainParams, encoding: PositionEncoding = .utf8, from origin: RequestOrigin = .ownProcess
    ) async throws -> ExplainResult {
        let request = try request(
            for: SearchParams(
                query: params.query, since: params.since, until: params.until, match: params.match, snippets: false,
                explain: true))
        let query = AskedQuery(text: params.query, encoding: encoding)
        return try await answering(origin, reading: query) { reader, stop in
            try await ArticleService.explain(request, of: params.id, encoding: encoding, by: reader, stop: stop)
        }
    }

    private static func explain(
        _ request: SearchRequest, of id: String?, encoding: PositionEncoding, by reader: ArticleReader, stop: MatchGuard
    ) async throws -> ExplainResult {
        var request = request
        guard let id else {
            request.limit = 0
            let answer = try await reader.search(request, stop: stop)
            return ExplainResult(
                explanation: ExplainedQuery(answer), total: SearchTotal(answer.total), revision: answer.revision)
        }
        guard try await reader.article(id: id, stop: stop) != nil else { throw SearchError.unknownArticle(id: id) }
        request.limit = ArticleService.placesLookedAt
        let answer = try await reader.search(request, stop: stop)
        var result = ExplainResult(
            explanation: ExplainedQuery(answer), total: SearchTotal(answer.total), revision: answer.revision)
        if let place = answer.hits.firstIndex(where: { $0.article.id == id }) {
            result.position = place + 1
            result.hit = SearchHit(answer.hits[place], encoding: encoding)
            return result
        }
        // An article that ranks lower is searched alone; its share is still relative to the heaviest article.
        request.article = id
        let heaviest = answer.hits.compactMap { $0.explanation?.weight }.max()
        guard var hit = try await reader.search(request, stop: stop).hits.first else { return result }
        if let weight = hit.explanation?.weight, let heaviest, heaviest > 0 {
            hit.explanation?.share = weight / heaviest
            hit.explanation?.proximity = nil
            hit.score = weight / heaviest
        }
        result.hit = SearchHit(hit, encoding: encoding)
        return result
    }
}

extension ExplainedQuery {
    /// Creates the explanation from an answer.
    fileprivate init(_ answer: SearchEngine.SearchResult) {
        self = answer.explanation.map { ExplainedQuery($0) } ?? ExplainedQuery(tree: "", terms: [])
    }
}
