package import Postings
package import Xapian

/// An article's place in a ranking.
package struct RankedDocument: Hashable, Sendable {
    /// The article's document.
    package var document: DocumentID
    /// How well it matches.
    package var score: Double
}

/// The order of a search's hits from the first one on, small enough to be kept for those who ask for the next page.
package struct KeptRanking: Hashable, Sendable {
    /// How many hits are kept of one ranking.
    package static let longest = 1_000

    /// The revision of the index that was ranked.
    package var revision: Int
    /// The generation of the index that was ranked; the documents of another one have other numbers.
    package var generation: Int
    /// The hits in order; never empty unless the ranking is whole.
    package var documents: [RankedDocument]
    /// Whether no hit comes after these.
    package var isWhole: Bool
    /// How many articles there were in all.
    package var total: Total
    /// The articles counted by facets, where that was asked for.
    package var facets: [FacetCounts]

    /// Whether it is known which hits stand on the page asked for, and what was to be counted.
    ///
    /// The page on which the articles of the total end may be cut short there.
    package func covers(_ request: SearchRequest) -> Bool {
        // How weights came about can only be told of the index that they came from.
        guard !request.wantsExplanation else { return false }
        let asked = request.positions
        // Articles that lack some words come after those of the total; their order may never have been asked for.
        let holdsTotal = total.isExact && documents.count >= total.value
        return (isWhole || asked.upperBound <= documents.count || holdsTotal && asked.lowerBound < documents.count)
            && request.facets.allSatisfy { facet in facets.contains { $0.facet == facet } }
    }
}
