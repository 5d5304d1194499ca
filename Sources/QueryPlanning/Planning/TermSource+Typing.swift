import IndexStorage
import Vietnamese
import Xapian

/// Expands the beginning of a word while it is being typed, when an immediate answer is wanted.
extension TermSource {
    /// The number of terms up to which all are searched.
    private static let allLimit = 32
    /// The number of folded forms otherwise, the most frequent ones.
    private static let formLimit = 12
    /// The number of postings after which no more forms are added: the postings read determine how long an answer
    /// takes.
    private static let postingLimit = 30_000

    /// Returns the terms of an unfinished word: all if they are few, otherwise the most frequent; nil if these are
    /// unknown.
    package func beginning(
        like typed: TypedPrefix, _ prefixes: NgramPrefixes, in lexicon: Lexicon
    ) throws(XapianError) -> Expansion? {
        let limit = TermSource.allLimit
        var few = try database.terms(withPrefix: prefixes.exact + typed.stem, limit: limit + 1, stopping: stop)
        var areAll = few.count <= limit
        if areAll, !typed.last.isMarked {
            few.removeAll { TermSource.isMarked($0.term.dropFirst(prefixes.exact.count)) }
            let folded = try database.terms(withPrefix: prefixes.folded + typed.stem, limit: limit + 1)
            areAll = folded.count <= limit
            few += folded
        }
        if areAll {
            let terms = few.map(\.term).filter { term in
                !typed.last.isMarked || typed.matches(exact: Array(term.dropFirst(prefixes.exact.count)))
            }
            return Expansion(mostFrequent: terms, isWhole: true)
        }
        let terms =
            typed.last.isMarked
            ? markedTerms(typed, prefixes, lexicon) : unmarkedTerms(typed, prefixes, lexicon)
        return terms.isEmpty ? nil : Expansion(mostFrequent: terms, isWhole: false)
    }

    private func unmarkedTerms(_ typed: TypedPrefix, _ prefixes: NgramPrefixes, _ lexicon: Lexicon) -> [[UInt8]] {
        var postings = 0
        let forms = lexicon.mostFrequent(beginning: typed.last.folded, limit: TermSource.formLimit).prefix { form in
            defer { postings += Int(form.frequency) }
            return postings < TermSource.postingLimit
        }
        return forms.flatMap { form in
            let key = Array(lexicon.key(of: form))
            let readings = lexicon.readings(of: form)
            let plain = readings.contains { $0.key == key } ? [prefixes.exact + key] : []
            let marked = readings.contains { $0.key != key } ? [prefixes.folded + key] : []
            return plain + marked
        }
    }

    private func markedTerms(_ typed: TypedPrefix, _ prefixes: NgramPrefixes, _ lexicon: Lexicon) -> [[UInt8]] {
        let forms = lexicon.forms(beginning: typed.last.folded)
        let readings = forms.flatMap { lexicon.readings(of: $0) }.filter { typed.matches(exact: $0.key) }
        var postings = 0
        let kept = readings.sorted { $0.frequency > $1.frequency }.prefix(TermSource.formLimit).prefix { reading in
            defer { postings += reading.frequency }
            return postings < TermSource.postingLimit
        }
        return kept.map { prefixes.exact + $0.key }
    }

    /// Returns the most frequent bigrams of a finished syllable and the beginning of the next.
    package func bigrams(_ first: TypedSyllable, beginning second: TypedPrefix) throws(XapianError) -> [[UInt8]] {
        let stem = TermPrefix.foldedBigram.bytes + first.folded + [0x20] + second.last.folded
        let entries = try database.terms(withPrefix: stem, limit: 4_000, stopping: stop)
        return entries.sorted { $0.frequency > $1.frequency }.prefix(8).map(\.term)
    }

    /// Returns whether an exact key has a mark and therefore also a folded term.
    package static func isMarked(_ key: ArraySlice<UInt8>) -> Bool {
        guard key.contains(where: { $0 >= 0x80 }) else { return false }
        let syllables = Syllables(String(decoding: key, as: UTF8.self))
        return syllables.count == 1 && syllables.isMarked(at: 0)
    }
}
