import CivilTime
import IndexStorage
import Vietnamese
import Xapian

/// Looks up the terms of a database that match typed beginnings of words and ranges of dates.
struct TermSource {
    /// The maximum number of terms read for one beginning; a single letter begins tens of thousands.
    private static let readLimit = 50_000
    /// The maximum number of syllables searched for one beginning; the most frequent ones are kept.
    private static let keptLimit = 200
    /// The maximum number of syllables searched for all beginnings of a query; opening the postings of more takes too
    /// long.
    private static let sharedLimit = 1_000
    /// The minimum number of syllables searched for a beginning if a query has many.
    private static let leastKept = 8

    let database: Database
    /// A guard that ends the look-ups early.
    var stop: MatchGuard?
    /// The number of beginnings of words in the query.
    var beginnings = 1
    /// The lexicon with the frequencies of syllables; nil unless the last word is being typed.
    var lexicon: Lexicon?

    /// Returns the terms of whole days, months and years that cover exactly the days of a range.
    func dates(_ range: DayRange) throws(XapianError) -> [Query] {
        guard let years = try DateTerms.years(in: database) else { return [.matchNothing] }
        let terms = DateTerms.terms(covering: range, years: years)
        return terms.isEmpty ? [.matchNothing] : terms.map { .term($0) }
    }

    /// Returns the most frequent syllables with the typed beginning, exact ones and other readings.
    func beginning(like typed: TypedPrefix, _ prefixes: NgramPrefixes) throws -> Expansion {
        if let lexicon, let few = try beginning(like: typed, prefixes, in: lexicon) { return few }
        let limit = TermSource.readLimit
        let exact = try database.terms(withPrefix: prefixes.exact + typed.stem, limit: limit, stopping: stop)
        var found: [TermEntry] = []
        for (number, entry) in exact.enumerated() {
            if number % 256 == 0 { try stop?.check() }
            let key = entry.term.dropFirst(prefixes.exact.count)
            // The folded syllables cover every reading with marks.
            guard typed.matches(exact: Array(key)), typed.last.isMarked || !TermSource.isMarked(key) else { continue }
            found.append(entry)
        }
        if !typed.last.isMarked {
            found += try database.terms(withPrefix: prefixes.folded + typed.stem, limit: limit, stopping: stop)
        }
        let share = max(TermSource.leastKept, TermSource.sharedLimit / max(1, beginnings))
        let kept = min(share, TermSource.keptLimit)
        guard found.count > kept else {
            return Expansion(mostFrequent: found.map(\.term), isWhole: exact.count < limit)
        }
        var comparisons = 0
        try found.sort { left, right in
            comparisons += 1
            if comparisons % 1_024 == 0 { try stop?.check() }
            return left.frequency > right.frequency
        }
        return Expansion(mostFrequent: found.prefix(kept).map(\.term), isWhole: false)
    }

    /// The terms that a beginning of a word expands to.
    struct Expansion {
        /// The query for their postings.
        let query: Query
        /// Whether these are all; otherwise only the most frequent ones.
        let isWhole: Bool

        /// Creates an expansion to the most frequent of some terms; `isWhole` tells whether these were all.
        init(mostFrequent terms: [[UInt8]], isWhole: Bool) {
            query = terms.isEmpty ? .matchNothing : .or(terms.map { .term($0) })
            self.isWhole = isWhole
        }
    }
}
