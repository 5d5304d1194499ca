import ArticleModel
import IndexStorage
import Xapian

/// Counts articles by the requested facets, from value slots or from the articles themselves.
struct FacetTally {
    private let facets: [Facet]
    private var counts: [Facet: [String: Int]] = [:]

    /// Creates a tally without counts.
    init(_ facets: [Facet]) {
        self.facets = facets
    }

    /// The slots whose values a search has to count.
    var slots: [UInt32] { Set(facets.map(\.slot)).map(\.rawValue).sorted() }

    /// Only the day of the moment of publication is counted, since nearly every article has a distinct moment.
    static let countedLengths = [ValueSlot.published.rawValue: 8]

    /// Counts every article that a search looked at.
    ///
    /// - Parameters:
    ///   - matches: the counts of the search.
    ///   - stop: a guard that ends the counting early, since many authors may take long.
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

    /// Returns the counts, one for each requested facet.
    ///
    /// - Parameter total: the total number of articles counted.
    /// - Returns: the counts, in the order of the request.
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

    // Strings are equal regardless of Unicode normal form, so a name is one value however its marks are composed.
    private mutating func add(_ slotValue: [UInt8], _ count: Int, to facet: Facet) {
        guard let value = facet.value(of: slotValue) else { return }
        counts[facet, default: [:]][value, default: 0] += count
    }
}
