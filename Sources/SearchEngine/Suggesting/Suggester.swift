import IndexStorage
import QueryPlanning
import Vietnamese
import Xapian

/// Proposes queries for what is typed so far, from what the index itself holds.
struct Suggester {
    /// Completions that are looked at, each with its own evidence.
    static let mostCompletions = 6

    let database: Database
    let lexicon: Lexicon
    let stop: MatchGuard?

    /// The queries that may be meant, the likeliest first; never the query as typed.
    ///
    /// - Parameters:
    ///   - query: what is typed.
    ///   - limit: how many at most.
    /// - Returns: decoded input, corrections, marks restored, completions.
    /// - Throws: `XapianError`.
    func suggestions(for query: String, limit: Int) throws(XapianError) -> [Suggestion] {
        let tail = TypedTail(query)
        guard !tail.syllables.isEmpty, limit > 0 else { return [] }
        var found: [Suggestion] = []
        if let decoded = try decoded(tail) { found.append(decoded) }
        if found.isEmpty { found += try corrections(of: tail, isWhole: false) }
        // What was typed wrongly is neither completed nor restored.
        if found.isEmpty { found += try completions(of: tail) }
        // What nothing in the archive goes on with is wrong after all.
        if found.isEmpty { found += try corrections(of: tail, isWhole: true) }
        var seen: Set<String> = [query]
        return Array(found.filter { seen.insert($0.query).inserted }.prefix(limit))
    }

    /// The query that was likely meant by one that finds little: decoded input or a correction, or nil.
    ///
    /// - Throws: `XapianError`.
    func replacement(for query: String) throws(XapianError) -> Suggestion? {
        let tail = TypedTail(query)
        guard !tail.syllables.isEmpty else { return nil }
        if let decoded = try decoded(tail) { return decoded }
        return try corrections(of: tail, isWhole: true).first
    }

    // MARK: Input methods

    /// The words as Telex or VNI, where the index knows the result better than what was typed.
    private func decoded(_ tail: TypedTail) throws(XapianError) -> Suggestion? {
        guard !tail.syllables.contains(where: \.isMarked) else { return nil }
        for method in InputMethod.allCases {
            guard let text = method.decode(tail.text) else { continue }
            let decoded = TypedSyllable.all(in: text)
            guard decoded.count == tail.syllables.count else { continue }
            var isBetter = true
            for (typed, other) in zip(tail.syllables, decoded) where typed != other {
                let known = try database.frequency(of: TermPrefix.syllable.bytes + other.exact)
                if known <= 2 * (try frequency(ofFolded: typed.folded)) { isBetter = false }
            }
            guard isBetter else { continue }
            let slots = decoded.map { MarkRestoration.Slot($0) }
            let run = slots.map(\.folded)
            var evidence = BigramEvidence(database, stop: stop)
            try evidence.gather(Suggester.pairs(run))
            // A syllable in which no key for a mark was typed may lack one.
            let keys = MarkRestoration(lexicon: lexicon, evidence: evidence).readings(of: slots)
            return Suggestion(
                query: TypedTail(tail.head + text).replacing(spellings(keys, for: decoded)), kind: .inputMethod,
                maximumDocumentFrequency: try maximumDocumentFrequency(run))
        }
        return nil
    }

    // MARK: Frequencies

    /// At most so many articles hold a folded syllable in any reading.
    func frequency(ofFolded folded: [UInt8]) throws(XapianError) -> Int {
        try database.frequency(of: TermPrefix.syllable.bytes + folded)
            + (try database.frequency(of: TermPrefix.foldedSyllable.bytes + folded))
    }

    /// At most so many articles hold these folded syllables side by side.
    func maximumDocumentFrequency(_ run: [[UInt8]]) throws(XapianError) -> Int {
        guard run.count > 1 else {
            return try run.first.map { (key) throws(XapianError) in try frequency(ofFolded: key) } ?? 0
        }
        var least = Int.max
        for (first, second) in zip(run, run.dropFirst()) {
            least = min(least, try database.frequency(of: BigramEvidence.Pair(first: first, second: second).term))
        }
        return least
    }

    /// The pairs of neighbours in a run.
    static func pairs(_ run: [[UInt8]]) -> [BigramEvidence.Pair] {
        zip(run, run.dropFirst()).map { BigramEvidence.Pair(first: $0, second: $1) }
    }

    /// How each syllable is spelled after restoring, nil where it stays as typed.
    func spellings(_ keys: [[UInt8]], for typed: [TypedSyllable]) -> [String?] {
        typed.indices.map { index in
            keys.indices.contains(index) && keys[index] != typed[index].exact
                ? TonePlacement.spelling(ofKey: keys[index]) : nil
        }
    }
}
