import Postings

/// What one stage of a search gives: a page of hits, and what is known of all its articles.
struct StagePage {
    /// The page.
    var hits: [Hit]
    /// How many articles the stage has.
    var total: Total
    /// The stage's articles by the facets asked for.
    var facets: [FacetCounts]
    /// The order of the stage's articles from the first one on; none where the page lies too deep to know it.
    var order: [RankedDocument]
    /// Whether `order` has every article of the stage.
    var isWhole: Bool

    /// Goes on with the next stage, whose articles count only where this one has none.
    mutating func append(_ next: StagePage) {
        hits += next.hits
        if total.value == 0 { (total, facets) = (next.total, next.facets) }
        guard isWhole else { return }
        order += next.order
        isWhole = next.isWhole
    }

    /// The answer to a search that ends with this stage.
    func result(revision: Int) -> SearchResult {
        var result = SearchResult(hits: hits, total: total, revision: revision)
        result.facets = facets
        if isWhole || !order.isEmpty {
            let kept = Array(order.prefix(KeptRanking.longest))
            // The reader knows the generation.
            result.ranking = KeptRanking(
                revision: revision, generation: 0, documents: kept, isWhole: isWhole && kept.count == order.count,
                total: total, facets: facets)
        }
        return result
    }
}
