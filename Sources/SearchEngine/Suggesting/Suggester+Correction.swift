import Foundation
import IndexStorage
import Vietnamese
import Xapian

/// Corrects syllables that are almost unknown to the index.
extension Suggester {
    /// The maximum number of syllables corrected at once.
    private static let mostCorrected = 2

    /// A replacement for one syllable: another syllable, or two that were typed without a space.
    private struct Correction {
        let folded: [[UInt8]]
        let score: Double
    }

    /// Returns the corrected queries, the likeliest first; empty if every syllable is known.
    ///
    /// A tone is not a typing error: a syllable whose letters the index knows is left unchanged, unless no article at
    /// all has its marks.
    ///
    /// - Parameters:
    ///   - tail: the text typed.
    ///   - isWhole: whether the last syllable is complete in any case.
    /// - Returns: the queries.
    /// - Throws: `XapianError`.
    func corrections(of tail: TypedTail, isWhole: Bool) throws(XapianError) -> [Suggestion] {
        let typed = tail.syllables
        var wrong: [Int] = []
        var replaced: [Int: [Correction]] = [:]
        for index in typed.indices {
            let goesOn = !isWhole && tail.isUnfinished && index == typed.count - 1
            guard try isUnknown(typed[index]) else {
                if !goesOn, try hasUnknownMarks(typed[index]) {
                    wrong.append(index)
                    replaced[index] = [Correction(folded: [typed[index].folded], score: 0)]
                }
                continue
            }
            if goesOn, !lexicon.forms(beginning: typed[index].folded).isEmpty { continue }
            wrong.append(index)
        }
        guard !wrong.isEmpty, wrong.count <= Suggester.mostCorrected else { return [] }
        for index in wrong where replaced[index] == nil {
            let left = index > 0 ? replaced[index - 1]?.first?.folded.last ?? typed[index - 1].folded : nil
            let right = index + 1 < typed.count && !wrong.contains(index + 1) ? typed[index + 1].folded : nil
            let found = try corrections(of: typed[index].folded, left: left, right: right)
            guard !found.isEmpty else { return [] }
            replaced[index] = found
        }
        var suggestions: [Suggestion] = []
        let choices = wrong.count == 1 ? min(3, replaced[wrong[0]]?.count ?? 0) : 1
        for choice in 0..<choices {
            let chosen = replaced.compactMapValues { $0.indices.contains(choice) ? $0[choice] : $0.first }
            let changes = chosen.sorted { $0.key < $1.key }
            suggestions.append(
                try corrected(
                    tail, changes.map { Replacement(syllables: $0.key..<$0.key + 1, folded: $0.value.folded) }))
        }
        return suggestions
    }

    /// Returns whether hardly any article has a syllable; numbers are never wrong.
    private func isUnknown(_ syllable: TypedSyllable) throws(XapianError) -> Bool {
        guard !syllable.folded.contains(where: { (0x30...0x39).contains($0) }) else { return false }
        return try frequency(ofFolded: syllable.folded) <= lexicon.articles / 10_000
    }

    /// Returns whether the index knows a syllable's letters only with other marks.
    private func hasUnknownMarks(_ syllable: TypedSyllable) throws(XapianError) -> Bool {
        guard syllable.isMarked else { return false }
        return try database.frequency(of: TermPrefix.syllable.bytes + syllable.exact) == 0
    }

    /// Returns the query with other syllables, which get their marks as the archive has them.
    ///
    /// - Parameters:
    ///   - tail: the text typed.
    ///   - changes: the replacements, in order.
    /// - Returns: the query.
    /// - Throws: `XapianError`.
    func corrected(_ tail: TypedTail, _ changes: [Replacement]) throws(XapianError) -> Suggestion {
        var whole: [Replacement] = []
        var index = 0
        for change in changes {
            whole += (index..<change.syllables.lowerBound).map { Replacement(keeping: $0, of: tail) }
            whole.append(change)
            index = change.syllables.upperBound
        }
        whole += (index..<tail.syllables.count).map { Replacement(keeping: $0, of: tail) }
        let slots = whole.flatMap { part in
            part.folded.map { MarkRestoration.Slot(folded: $0, fixed: part.fixed) }
        }
        var evidence = BigramEvidence(database, stop: stop)
        let run = slots.map(\.folded)
        try evidence.gather(Suggester.pairs(run))
        var keys = MarkRestoration(lexicon: lexicon, evidence: evidence).readings(of: slots)[...]
        var spelled: [(syllables: Range<Int>, spelling: String)] = []
        for part in whole {
            let piece = Array(keys.prefix(part.folded.count))
            keys = keys.dropFirst(part.folded.count)
            if part.syllables.count == 1, piece == [tail.syllables[part.syllables.lowerBound].exact] { continue }
            let spelling = piece.map { TonePlacement.spelling(ofKey: $0) }.joined(separator: " ")
            spelled.append((part.syllables, spelling))
        }
        return Suggestion(
            query: tail.replacing(spelled), kind: .correction,
            maximumDocumentFrequency: try maximumDocumentFrequency(run))
    }

    /// Returns the corrections of one syllable in the context of its neighbours, best first.
    private func corrections(
        of folded: [UInt8], left: [UInt8]?, right: [UInt8]?
    ) throws(XapianError) -> [Correction] {
        let least = UInt32(max(1, lexicon.articles / 5_000))
        let reach = folded.count >= 7 ? 2 : 1
        var found: [Correction] = []
        guard folded.count > 1 else { return [] }
        for (number, form) in lexicon.forms.enumerated() {
            if number % 64 == 0 { try stop?.check() }
            guard form.frequency >= least else { continue }
            let key = lexicon.key(of: form)
            guard abs(key.count - folded.count) <= reach, let distance = EditDistance.within(reach, folded, key)
            else { continue }
            let known = Array(key)
            let beside = try support(known, known, left: left, right: right)
            let isApart = (left != nil || right != nil) && beside == 0
            // A wrong first letter is rare.
            let start = known.first == folded.first ? 0.0 : 2.0
            let score = 2 * beside + log(Double(form.frequency)) - 3 * Double(distance) - start - (isApart ? 6 : 0)
            found.append(Correction(folded: [known], score: score))
        }
        for place in 1..<folded.count {
            try stop?.check()
            let (first, second) = (Array(folded[..<place]), Array(folded[place...]))
            let frequency = try database.frequency(of: BigramEvidence.Pair(first: first, second: second).term)
            guard frequency >= Int(least), lexicon.form(of: first) != nil, lexicon.form(of: second) != nil else {
                continue
            }
            let beside = try support(first, second, left: left, right: right)
            found.append(Correction(folded: [first, second], score: 2 * beside + 2 * log(Double(frequency + 1)) - 1))
        }
        return Array(found.sorted { $0.score > $1.score }.prefix(3))
    }

    /// Returns the evidence for a run between its neighbours, as the logarithm of document frequencies.
    private func support(
        _ first: [UInt8], _ last: [UInt8], left: [UInt8]?, right: [UInt8]?
    ) throws(XapianError) -> Double {
        var sum = 0.0
        if let left {
            sum += log(Double(1 + (try database.frequency(of: BigramEvidence.Pair(first: left, second: first).term))))
        }
        if let right {
            sum += log(Double(1 + (try database.frequency(of: BigramEvidence.Pair(first: last, second: right).term))))
        }
        return sum
    }
}

/// Folded syllables in place of those typed.
struct Replacement {
    /// The indices of the typed syllables.
    let syllables: Range<Int>
    /// The syllables in their place; one where several typed ones are joined, several where one is split.
    let folded: [[UInt8]]
    /// The required reading of a single syllable; nil if any reading may be meant.
    private(set) var fixed: [UInt8]?

    init(syllables: Range<Int>, folded: [[UInt8]]) {
        (self.syllables, self.folded) = (syllables, folded)
    }

    /// Leaves a syllable as typed, apart from the marks that it may lack.
    init(keeping index: Int, of tail: TypedTail) {
        let typed = tail.syllables[index]
        self.init(syllables: index..<index + 1, folded: [typed.folded])
        fixed = typed.isMarked ? typed.exact : nil
    }
}
