import JSON
import Postings
import SearchEngine
import SearchProtocol

/// Counts by facets in the protocol's form: every period of time, but only the most frequent names.
enum FacetListing {
    /// The maximum number of names listed; the rest is only counted.
    static let longestList = 50

    /// The values listed.
    static func counts(_ facets: [FacetCounts]) -> JSONEntries<[FacetCount]> {
        JSONEntries(
            facets.map { counts in
                (counts.facet.rawValue, listed(counts).map { FacetCount(value: $0.value, count: $0.count) })
            })
    }

    /// The counts of values that are not listed.
    static func rest(_ facets: [FacetCounts], total: Total) -> JSONEntries<FacetRest> {
        JSONEntries(
            facets.map { counts in
                let others = counts.values.dropFirst(listed(counts).count)
                return (
                    counts.facet.rawValue,
                    FacetRest(
                        values: others.count, articles: others.reduce(0) { $0 + $1.count }, without: counts.without,
                        relation: SearchTotalRelation(total))
                )
            })
    }

    private static func listed(_ counts: FacetCounts) -> ArraySlice<FacetCounts.Value> {
        counts.facet.isTime ? counts.values[...] : counts.values.prefix(longestList)
    }
}
