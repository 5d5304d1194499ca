import IndexStorage
import Vietnamese
import Xapian

/// Counts how often the readings of folded bigrams occur in the articles that have the most of them.
///
/// Bigrams are indexed without marks, so their spelling can only be determined from the texts.
struct BigramEvidence {
    /// Two adjacent folded syllables.
    struct Pair: Hashable {
        let first: [UInt8]
        let second: [UInt8]

        var term: [UInt8] { TermPrefix.foldedBigram.bytes + first + [0x20] + second }
    }

    /// Two adjacent exact syllables.
    struct Reading: Hashable {
        let first: [UInt8]
        let second: [UInt8]
    }

    /// The number of articles read for all pairs together.
    private static let sharedArticles = 24
    /// The number of articles read for one pair for which the shared ones give little evidence.
    private static let ownArticles = 8
    /// The number of occurrences that is enough evidence for a pair.
    private static let enough = 6

    /// The number of occurrences of each reading, by pair.
    private(set) var counts: [Pair: [Reading: Int]] = [:]
    private let database: Database
    private let stop: MatchGuard?
    private var seen: Set<DocumentID> = []
    private var syllables = Syllables()

    init(_ database: Database, stop: MatchGuard?) {
        self.database = database
        self.stop = stop
    }

    /// Reads the best articles for some pairs.
    ///
    /// - Parameters:
    ///   - run: the pairs of one run, which are best found together.
    ///   - others: further pairs, each on its own.
    /// - Throws: `XapianError`.
    mutating func gather(_ run: [Pair], and others: [Pair] = []) throws(XapianError) {
        let pairs = Set(run + others)
        for pair in pairs where counts[pair] == nil { counts[pair] = [:] }
        let lookup = PairLookup(pairs)
        if run.count > 1 {
            try read(.or(run.map { .term($0.term) }), limit: BigramEvidence.sharedArticles, lookup)
        }
        for pair in pairs where (counts[pair] ?? [:]).values.reduce(0, +) < BigramEvidence.enough {
            let isAlone = run.count == 1 && others.isEmpty
            try read(
                .term(pair.term), limit: isAlone ? BigramEvidence.sharedArticles : BigramEvidence.ownArticles, lookup)
        }
    }

    private mutating func read(_ query: Query, limit: Int, _ lookup: PairLookup) throws(XapianError) {
        var enquire = Enquire(query)
        enquire.limit = limit
        for match in try enquire.matches(in: database, stopping: stop).items where seen.insert(match.document).inserted
        {
            try stop?.check()
            guard let article = try database.articleIfPresent(match.document, reading: .text) else { continue }
            count(article.title, lookup)
            count(article.body, lookup)
        }
    }

    private mutating func count(_ text: String, _ lookup: PairLookup) {
        syllables.scan(text)
        guard syllables.count > 1 else { return }
        for index in 1..<syllables.count {
            let hash = syllables.foldedHash(at: index - 1)
            guard lookup.mayBegin(hash), let pair = lookup.pair(hash, syllables.foldedHash(at: index)) else { continue }
            let reading = Reading(first: syllables.exact(at: index - 1), second: syllables.exact(at: index))
            counts[pair, default: [:]][reading, default: 0] += 1
        }
    }

    /// Finds the few pairs looked for among the many of a text.
    private struct PairLookup {
        private struct Hashes: Hashable {
            let first: UInt64
            let second: UInt64
        }

        private var pairs: [Hashes: Pair] = [:]
        private var firsts: UInt64 = 0

        init(_ wanted: Set<Pair>) {
            for pair in wanted {
                let first = Syllables(String(decoding: pair.first, as: UTF8.self))
                let second = Syllables(String(decoding: pair.second, as: UTF8.self))
                guard first.count == 1, second.count == 1 else { continue }
                pairs[Hashes(first: first.foldedHash(at: 0), second: second.foldedHash(at: 0))] = pair
                firsts |= 1 << (first.foldedHash(at: 0) & 63)
            }
        }

        func mayBegin(_ hash: UInt64) -> Bool { firsts & (1 << (hash & 63)) != 0 }

        func pair(_ first: UInt64, _ second: UInt64) -> Pair? { pairs[Hashes(first: first, second: second)] }
    }
}
