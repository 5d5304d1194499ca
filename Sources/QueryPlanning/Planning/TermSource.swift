import CivilTime
import IndexStorage
import Vietnamese
import Xapian

/// Looks up the terms of a database that stand for something typed: beginnings of words, ranges of dates.
struct TermSource {
    /// Terms read at most for one beginning; a single letter begins tens of thousands.
    private static let readLimit = 50_000
    /// Syllables searched at most for one beginning; the most frequent ones are kept.
    private static let keptLimit = 200
    /// Syllables searched at most for all beginnings of a query; to open the postings of more takes too long.
    private static let sharedLimit = 1_000
    /// Syllables searched in any case for a beginning of many.
    private static let leastKept = 8

    let database: Database
    /// Ends the looking up early.
    var stop: MatchGuard?
    /// How many beginnings the query holds.
    var beginnings = 1
    /// Which syllables are frequent; nil unless the last word is being typed.
    var lexicon: Lexicon?

    /// The terms of whole days, months and years that hold exactly the days of a range.
    func dates(_ range: DayRange) throws(XapianError) -> [Query] {
        guard let years = try DateTerms.years(in: database) else { return [.matchNothing] }
        let terms = DateTerms.terms(covering: range, years: years)
        return terms.isEmpty ? [.matchNothing] : terms.map { .term($0) }
    }

    /// The most frequent syllables that begin as typed, exact ones and other readings.
    func beginning(like typed: TypedPrefix, _ prefixes: NgramPrefixes) throws -> Expansion {
        if let lexicon, let few = try beginning(like: typed, prefixes, in: lexicon) { return few }
        let limit = TermSource.readLimit
        let exact = try database.terms(withPrefix: prefixes.exact + typed.stem, limit: limit, stopping: stop)
        var found: [TermEntry] = []
        for (number, entry) in exact.enumerated() {
            if number % 256 == 0 { try stop?.check() }
            let key = entry.term.dropFirst(prefixes.exact.count)
            // The folded syllables stand for every reading with marks.
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

    /// The terms that a beginning stands for.
    struct Expansion {
        /// Their postings.
        let query: Query
        /// Whether these are all; otherwise only the most frequent ones.
        let isWhole: Bool

        /// The most frequent of some terms, and what is known of the others.
        init(mostFrequent terms: [[UInt8]], isWhole: Bool) {
            query = terms.isEmpty ? .matchNothing : .or(terms.map { .term($0) })
            self.isWhole = isWhole
        }
    }
}
