import QueryPlanning

extension Searcher {
    /// Returns a page of a ranking made earlier, without articles that were removed since.
    ///
    /// - Parameter kept: the ranking, of the same search and generation; it covers the request.
    /// - Returns: the page, with the ranking's revision, total and facets.
    /// - Throws: `XapianError`, as `run()` does.
    package func page(of kept: KeptRanking) throws -> SearchResult {
        var found: [Hit] = []
        for place in kept.documents[request.positions.clamped(to: 0..<kept.documents.count)] {
            try stop?.check()
            guard let article = try database.articleIfPresent(place.document, reading: .text) else { continue }
            let text = ArticleText(article)
            let entry = RankedPage.Entry(document: place.document, weight: place.score, share: place.score)
            found.append(try hits.hit(entry, text, missing: try plan.missing(from: text, stop: stop)))
        }
        var result = SearchResult(hits: found, total: kept.total, revision: kept.revision)
        result.facets = request.facets.compactMap { facet in kept.facets.first { $0.facet == facet } }
        return result
    }
}
