package import Postings
package import Xapian

/// An article's position in a ranking.
package struct RankedDocument: Hashable, Sendable {
    /// The article's document.
    package var document: DocumentID
    /// The score of the match.
    package var score: Double
}

/// The order of a search's hits from the first one on, small enough to be kept for requests for the next page.
package struct KeptRanking: Hashable, Sendable {
    /// The maximum number of hits kept of one ranking.
    package static let longest = 1_000

    /// The revision of the index that was ranked.
    package var revision: Int
    /// The generation of the index that was ranked; document numbers differ in other generations.
    package var generation: Int
    /// The hits in order; empty only if the ranking is whole.
    package var documents: [RankedDocument]
    /// Whether no hit comes after these.
    package var isWhole: Bool
    /// The total number of articles.
    package var total: Total
    /// The articles counted by facets, if that was requested.
    package var facets: [FacetCounts]

    /// Returns whether the hits on the requested page, and the requested counts, are known.
    ///
    /// The page on which the articles of the total end may be cut short there.
    package func covers(_ request: SearchRequest) -> Bool {
        // Weights can only be explained with the index that they came from.
        guard !request.wantsExplanation else { return false }
        let asked = request.positions
        // Articles that lack some words come after those of the total; their order may never have been determined.
        let holdsTotal = total.isExact && documents.count >= total.value
        return (isWhole || asked.upperBound <= documents.count || holdsTotal && asked.lowerBound < documents.count)
            && request.facets.allSatisfy { facet in facets.contains { $0.facet == facet } }
    }
}
