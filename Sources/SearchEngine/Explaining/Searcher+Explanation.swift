extension Searcher {
    /// Adds to an answer how the query was understood, and why each hit has its rank.
    ///
    /// - Throws: `XapianError`.
    package func explain(_ result: inout SearchResult) throws {
        let explainer = QueryExplainer(plan, tree: tree, database: database, stop: stop)
        result.explanation = try explainer.query()
        let weights = try explainer.weights(of: result.hits.map(\.article))
        for (index, terms) in weights.enumerated() { result.hits[index].explanation?.terms = terms }
    }
}
