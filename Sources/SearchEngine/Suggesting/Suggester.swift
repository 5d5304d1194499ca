import IndexStorage
import QueryPlanning
import Vietnamese
import Xapian

/// Suggests queries for what is typed so far, from the contents of the index.
struct Suggester {
    /// The maximum number of completions considered, each with its own evidence.
    static let mostCompletions = 6

    let database: Database
    let lexicon: Lexicon
    let stop: MatchGuard?

    /// Returns the queries that may be meant, the likeliest first; never the query as typed.
    ///
    /// - Parameters:
    ///   - query: the text typed.
    ///   - limit: the maximum number of suggestions.
    /// - Returns: decoded input, corrections, marks restored, completions.
    /// - Throws: `XapianError`.
    func suggestions(for query: String, limit: Int) throws(XapianError) -> [Suggestion] {
        let tail = TypedTail(query)
        guard !tail.syllables.isEmpty, limit > 0 else { return [] }
        var found: [Suggestion] = []
        if let decoded = try decoded(tail) { found.append(decoded) }
        if found.isEmpty, let respaced = try respaced(tail, isWhole: false) { found.append(respaced) }
        if found.isEmpty { found += try corrections(of: tail, isWhole: false) }
        // Misspelled input is neither completed nor restored.
        if found.isEmpty { found += try completions(of: tail) }
        // Input that nothing in the archive continues is wrong after all.
        if found.isEmpty { found += try corrections(of: tail, isWhole: true) }
        var seen: Set<String> = [query]
        return Array(found.filter { seen.insert($0.query).inserted }.prefix(limit))
    }

    /// Returns the queries that may be meant by one that finds little, the likeliest first: with values attached to their
    /// fields or other names of fields, decoded, joined or split, corrected.
    ///
    /// - Returns: the queries, at most three, since a search is tried for each.
    /// - Throws: `XapianError`.
    func replacements(for query: String) throws(XapianError) -> [Suggestion] {
        var found = Searcher.parser.attachingValues(in: query).map { [Suggestion(query: $0, kind: .field)] } ?? []
        if found.isEmpty, let named = Suggester.withFieldNames(query) { found.append(named) }
        let tail = TypedTail(query)
        guard !tail.syllables.isEmpty else { return found }
        if let decoded = try decoded(tail) { return found + [decoded] }
        let respaced = try respaced(tail, isWhole: true)
        if let corrected = try corrections(of: respaced.map { TypedTail($0.query) } ?? tail, isWhole: true).first {
            found.append(corrected)
        }
        if let respaced { found.append(respaced) }
        return found
    }

    // MARK: Input methods

    /// Decodes the words as Telex or VNI, if the index knows the result better than what was typed.
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

    /// Returns an upper bound of the number of articles that have a folded syllable in any reading.
    func frequency(ofFolded folded: [UInt8]) throws(XapianError) -> Int {
        try database.frequency(of: TermPrefix.syllable.bytes + folded)
            + (try database.frequency(of: TermPrefix.foldedSyllable.bytes + folded))
    }

    /// Returns an upper bound of the number of articles that have these folded syllables side by side.
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

    /// Returns the pairs of neighbours in a run.
    static func pairs(_ run: [[UInt8]]) -> [BigramEvidence.Pair] {
        zip(run, run.dropFirst()).map { BigramEvidence.Pair(first: $0, second: $1) }
    }

    /// Returns how each syllable is spelled after restoration, nil if it stays as typed.
    func spellings(_ keys: [[UInt8]], for typed: [TypedSyllable]) -> [String?] {
        typed.indices.map { index in
            keys.indices.contains(index) && keys[index] != typed[index].exact
                ? TonePlacement.spelling(ofKey: keys[index]) : nil
        }
    }
}
