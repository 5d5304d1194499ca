import IndexStorage
import QueryPlanning
import Vietnamese
import Xapian

/// Completes the last syllable and restores marks.
extension Suggester {
    /// The maximum number of bigrams read for one prefix.
    private static let mostBigrams = 4_000

    /// A folded syllable that may be the last one, and the number of articles in which it follows the previous one.
    private struct Ending {
        let folded: [UInt8]
        let frequency: Int
    }

    /// Returns the typed words with marks restored, and completed.
    func completions(of tail: TypedTail) throws(XapianError) -> [Suggestion] {
        let typed = tail.syllables
        let slots = typed.map { MarkRestoration.Slot($0) }
        let before = Array(tail.isUnfinished ? slots.dropLast() : slots[...])
        let endings = try endings(of: tail)
        var evidence = BigramEvidence(database, stop: stop)
        let last = before.last?.folded
        let endingPairs = endings.compactMap { ending in
            last.map { BigramEvidence.Pair(first: $0, second: ending.folded) }
        }
        try evidence.gather(Suggester.pairs(slots.map(\.folded)), and: endingPairs)
        let restoration = MarkRestoration(lexicon: lexicon, evidence: evidence)

        var found: [Suggestion] = []
        let isKnown = lexicon.form(of: typed[typed.count - 1].folded) != nil
        let bound = try maximumDocumentFrequency(slots.map(\.folded))
        if isKnown, bound > 0 || typed.count == 1 {
            let keys = restoration.readings(of: slots)
            found.append(
                Suggestion(
                    query: tail.replacing(spellings(keys, for: typed)), kind: .marks, maximumDocumentFrequency: bound))
        }
        var marksComeFirst = true
        for ending in endings {
            let slot = try slot(ending.folded, finishing: tail)
            guard let slot else { continue }
            let run = before + [slot]
            let keys = restoration.readings(of: run)
            guard let key = keys.last else { continue }
            let spelling = TonePlacement.spelling(ofKey: key)
            var query: String
            if tail.isUnfinished {
                var spelled = spellings(Array(keys.dropLast()), for: Array(typed.dropLast()))
                spelled.append(key == typed[typed.count - 1].exact ? nil : spelling)
                query = tail.replacing(spelled)
            } else {
                query = tail.replacing(spellings(keys, for: typed), adding: spelling)
            }
            if query.isEmpty { query = spelling }
            let frequency = try maximumDocumentFrequency(run.map(\.folded))
            guard frequency > 0 else { continue }
            // A word that stands alone far less often than it is continued is most likely unfinished.
            if tail.isUnfinished, frequency > 20 * bound { marksComeFirst = false }
            found.append(Suggestion(query: query, kind: .completion, maximumDocumentFrequency: frequency))
        }
        if !marksComeFirst, let first = found.first, first.kind == .marks { found.append(found.removeFirst()) }
        return found
    }

    /// Returns the slot of an ending, bound if the unfinished syllable has marks; nil if no reading begins that way.
    private func slot(_ folded: [UInt8], finishing tail: TypedTail) throws(XapianError) -> MarkRestoration.Slot? {
        guard tail.isUnfinished, let last = tail.syllables.last, last.isMarked,
            let prefix = TypedPrefix(String(decoding: last.exact, as: UTF8.self))
        else { return MarkRestoration.Slot(folded: folded) }
        guard let form = lexicon.form(of: folded) else { return nil }
        let reading = lexicon.readings(of: form).first { prefix.matches(exact: $0.key) }
        return reading.map { MarkRestoration.Slot(folded: folded, fixed: $0.key) }
    }

    /// Returns the most frequent syllables that may be the last one: those seen after the previous one, otherwise any.
    private func endings(of tail: TypedTail) throws(XapianError) -> [Ending] {
        let stem = tail.isUnfinished ? tail.syllables.last?.folded ?? [] : []
        let before = tail.isUnfinished ? tail.syllables.dropLast().last : tail.syllables.last
        var endings: [Ending] = []
        if let before {
            let prefix = TermPrefix.foldedBigram.bytes + before.folded + [0x20]
            let entries = try database.terms(
                withPrefix: prefix + stem, limit: Suggester.mostBigrams, stopping: stop)
            endings = entries.map { Ending(folded: Array($0.term[prefix.count...]), frequency: $0.frequency) }
            endings.sort { $0.frequency > $1.frequency }
        }
        if endings.isEmpty, tail.isUnfinished {
            let forms = lexicon.mostFrequent(beginning: stem, limit: Suggester.mostCompletions * 2)
            endings = forms.map { Ending(folded: Array(lexicon.key(of: $0)), frequency: Int($0.frequency)) }
        }
        // In a large archive, a word that occurs in only one article is most likely a misprint.
        let least = lexicon.articles > Lexicon.wholeArticles ? 2 : 1
        // A letter with marks may still get its tone; restoring marks covers one without.
        let mayBeWhole = tail.syllables.last?.isMarked ?? false
        endings.removeAll { $0.folded == stem && !mayBeWhole }
        return Array(endings.filter { $0.frequency >= least }.prefix(Suggester.mostCompletions))
    }
}
