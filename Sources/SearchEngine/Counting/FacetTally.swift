import ArticleModel
import IndexStorage
import Xapian

/// Counts articles by the facets asked for, from value slots or from the articles themselves.
struct FacetTally {
    private let facets: [Facet]
    private var counts: [Facet: [String: Int]] = [:]

    /// Nothing counted yet.
    init(_ facets: [Facet]) {
        self.facets = facets
    }

    /// The slots whose values a search has to count.
    var slots: [UInt32] { Set(facets.map(\.slot)).map(\.rawValue).sorted() }

    /// Of the moment of publication only the day counts; nearly every article has a moment of its own.
    static let countedLengths = [ValueSlot.published.rawValue: 8]

    /// Counts every article that a search looked at.
    ///
    /// - Parameters:
    ///   - matches: what the search counted.
    ///   - stop: ends the counting early, as many authors may need.
    /// - Throws: `XapianError` with `cancelled` or `deadline`.
    mutating func add(_ matches: MatchSet, stop: MatchGuard?) throws(XapianError) {
        for facet in facets {
            for (number, entry) in (matches.valueCounts[facet.slot.rawValue] ?? []).enumerated() {
                if number % 256 == 0 { try stop?.check() }
                add(entry.value, entry.count, to: facet)
            }
        }
    }

    /// Counts one article.
    mutating func add(_ article: Article) {
        for facet in facets { add(facet.slot.value(of: article) ?? [], 1, to: facet) }
    }

    /// The counts, one for each facet asked for.
    ///
    /// - Parameter total: how many articles were counted in all.
    /// - Returns: the counts, in the order of asking.
    func counts(total: Int) -> [FacetCounts] {
        facets.map { facet in
            let values = (counts[facet] ?? [:]).map { FacetCounts.Value(value: $0.key, count: $0.value) }
            return FacetCounts(
                facet: facet,
                values: values.sorted {
                    if facet.isTime { return $0.value > $1.value }
                    return $0.count != $1.count ? $0.count > $1.count : $0.value < $1.value
                },
                without: total - values.reduce(0) { $0 + $1.count })
        }
    }

    // Strings are equal whatever their Unicode normal form, so a name is one value however its marks are composed.
    private mutating func add(_ slotValue: [UInt8], _ count: Int, to facet: Facet) {
        guard let value = facet.value(of: slotValue) else { return }
        counts[facet, default: [:]][value, default: 0] += count
    }
}
