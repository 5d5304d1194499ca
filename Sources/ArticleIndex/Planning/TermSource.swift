import CivilTime
import Vietnamese
import Xapian

/// Looks up the terms of a database that stand for something typed: beginnings of words, ranges of dates.
struct TermSource {
    /// Terms read at most for one beginning; a single letter begins tens of thousands.
    private static let readLimit = 50_000
    /// Syllables searched at most for one beginning; the most frequent ones are kept.
    private static let keptLimit = 200

    let database: Database
    /// Which syllables are frequent; nil unless the last word is being typed.
    var lexicon: Lexicon?

    /// The terms of whole days, months and years that hold exactly the days of a range.
    func dates(_ range: DayRange) throws(XapianError) -> [Query] {
        guard let years = try DateTerms.years(in: database) else { return [.matchNothing] }
        let terms = DateTerms.terms(covering: range, years: years)
        return terms.isEmpty ? [.matchNothing] : terms.map { .term($0) }
    }

    /// The values that begin with some bytes; each may stand in one article only, so that many are needed.
    func beginning(with stem: [UInt8]) throws(XapianError) -> Expansion {
        let values = try database.terms(withPrefix: stem, limit: TermSource.readLimit + 1)
        return Expansion(values, keeping: TermSource.readLimit)
    }

    /// The most frequent syllables that begin as typed, exact ones and other readings.
    func beginning(like typed: TypedPrefix, _ prefixes: NgramPrefixes) throws(XapianError) -> Expansion {
        if let lexicon, let few = try beginning(like: typed, prefixes, in: lexicon) { return few }
        let exact = try database.terms(withPrefix: prefixes.exact + typed.stem, limit: TermSource.readLimit)
        var found = exact.filter { typed.matches(exact: Array($0.term.dropFirst(prefixes.exact.count))) }
        if !typed.last.isMarked {
            // The folded syllables stand for every reading with marks.
            found.removeAll { TermSource.isMarked($0.term.dropFirst(prefixes.exact.count)) }
            found += try database.terms(withPrefix: prefixes.folded + typed.stem, limit: TermSource.readLimit)
        }
        return Expansion(found, keeping: TermSource.keptLimit)
    }

    /// The terms that a beginning stands for.
    struct Expansion {
        /// Their postings.
        let query: Query
        /// Whether these are all; otherwise only the most frequent ones.
        let isWhole: Bool

        /// One term, which needs no looking up.
        init(_ term: [UInt8]) {
            query = .term(term)
            isWhole = true
        }

        /// The most frequent of some terms, and what is known of the others.
        init(mostFrequent terms: [[UInt8]], isWhole: Bool) {
            query = terms.isEmpty ? .matchNothing : .or(terms.map { .term($0) })
            self.isWhole = isWhole
        }

        fileprivate init(_ entries: [TermEntry], keeping limit: Int) {
            isWhole = entries.count <= limit
            let kept = isWhole ? entries[...] : entries.sorted { $0.frequency > $1.frequency }.prefix(limit)
            query = kept.isEmpty ? .matchNothing : .or(kept.map { .term($0.term) })
        }
    }
}
