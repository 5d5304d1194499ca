import Postings

/// The result of one stage of a search: a page of hits, and what is known of all its articles.
struct StagePage {
    /// The hits of the page.
    var hits: [Hit]
    /// The number of articles of the stage.
    var total: Total
    /// The stage's articles counted by the requested facets.
    var facets: [FacetCounts]
    /// The order of the stage's articles from the first one on; empty if the page is too deep for the order to be
    /// known.
    var order: [RankedDocument]
    /// Whether `order` has every article of the stage.
    var isWhole: Bool

    /// Appends the next stage, whose articles are counted only if this one has none.
    mutating func append(_ next: StagePage) {
        hits += next.hits
        if total.value == 0 { (total, facets) = (next.total, next.facets) }
        guard isWhole else { return }
        order += next.order
        isWhole = next.isWhole
    }

    /// Returns the answer to a search that ends with this stage.
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
