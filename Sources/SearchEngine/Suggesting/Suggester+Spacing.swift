import IndexStorage
import QueryPlanning
import Vietnamese
import Xapian

/// Joins and splits words at letters, digits and hyphens, and pads numbers, where the archive writes them otherwise.
extension Suggester {
    /// The number of letters of the longest syllable that is split into more than two.
    private static let longestSplit = 24
    /// The number of letters of the longest Vietnamese syllable.
    private static let longestSyllable = 7
    /// How many times more often the archive has to have the parts side by side than the whole, where it has the whole.
    private static let advantage = 50

    /// Returns the query with words joined or split as the archive writes them; nil where no word has a better spelling.
    ///
    /// Each change is one for which the archive has what results, side by side, and hardly what was typed: `covid19`
    /// becomes `covid 19`, `i-phone` `iphone`, `30/04` `30/4`, `thanhphohanoi` `thành phố hà nội`.
    ///
    /// - Parameters:
    ///   - tail: the text typed.
    ///   - isWhole: whether the last syllable is complete in any case.
    /// - Returns: the query.
    /// - Throws: `XapianError`.
    func respaced(_ tail: TypedTail, isWhole: Bool) throws(XapianError) -> Suggestion? {
        var changes: [Replacement] = []
        var index = 0
        while index < tail.syllables.count {
            try stop?.check()
            let found = try change(at: index, in: tail, isWhole: isWhole)
            changes += found
            index = found.last?.syllables.upperBound ?? index + 1
        }
        return changes.isEmpty ? nil : try corrected(tail, changes)
    }

    private func change(at index: Int, in tail: TypedTail, isWhole: Bool) throws(XapianError) -> [Replacement] {
        if let numbers = try otherNumbers(from: index, in: tail) { return numbers }
        if let joined = try joined(at: index, in: tail, isWhole: isWhole) {
            return [Replacement(syllables: index..<index + 2, folded: [joined])]
        }
        let folded = tail.syllables[index].folded
        let goesOn = !isWhole && tail.isUnfinished && index == tail.syllables.count - 1
        if goesOn, !lexicon.forms(beginning: folded).isEmpty { return [] }
        return try parts(of: folded).map { [Replacement(syllables: index..<index + 1, folded: $0)] } ?? []
    }

    // MARK: Joining

    /// Returns a syllable and the next as one, if the archive has that far more often than the two side by side.
    private func joined(at index: Int, in tail: TypedTail, isWhole: Bool) throws(XapianError) -> [UInt8]? {
        guard index + 1 < tail.syllables.count else { return nil }
        let (left, right) = (tail.syllables[index], tail.syllables[index + 1])
        guard !left.isNumber || !right.isNumber else { return nil }
        if tail.wordEnd(from: index) == index + 1 {
            // Two words that the archive has may be meant as two, and the last one may go on.
            let least = min(try frequency(ofFolded: left.folded), try frequency(ofFolded: right.folded))
            let goesOn = !isWhole && tail.isUnfinished && index + 2 == tail.syllables.count
            guard least <= leastFrequency, !goesOn || lexicon.forms(beginning: right.folded).isEmpty else { return nil }
        }
        let joined = left.folded + right.folded
        guard TypedSyllable.all(in: String(decoding: joined, as: UTF8.self)).map(\.folded) == [joined] else {
            return nil
        }
        let apart = try database.frequency(of: BigramEvidence.Pair(first: left.folded, second: right.folded).term)
        let together = try frequency(ofFolded: joined)
        return together > leastFrequency && together >= Suggester.advantage * apart ? joined : nil
    }

    // MARK: Splitting

    /// Returns the parts of a syllable that the archive has side by side, and far more often than the syllable.
    private func parts(of folded: [UInt8]) throws(XapianError) -> [[UInt8]]? {
        let known = try frequency(ofFolded: folded)
        guard known * Suggester.advantage <= lexicon.articles else { return nil }
        let parts: [[UInt8]]
        if folded.contains(where: \.isDigit) {
            guard let first = folded.first, folded.contains(where: { $0.isDigit != first.isDigit }) else { return nil }
            parts = folded.splitBetweenLettersAndDigits
        } else {
            // An unknown word of two syllables may also be a misprint: `corrections` weighs the two against each other.
            guard let found = try syllables(in: folded), known > 0 || found.count > 2 else { return nil }
            parts = found
        }
        let together = try maximumDocumentFrequency(parts)
        return together > leastFrequency && together >= Suggester.advantage * known ? parts : nil
    }

    /// Returns the fewest known syllables that make up a word, each two neighbours known side by side; nil where there are
    /// none.
    private func syllables(in word: [UInt8]) throws(XapianError) -> [[UInt8]]? {
        guard (3...Suggester.longestSplit).contains(word.count) else { return nil }
        // The best split of the letters up to each place, by the length of its last part.
        let none = [Split?](repeating: nil, count: Suggester.longestSyllable + 1)
        var splits = [[Split?]](repeating: none, count: word.count + 1)
        for end in 1...word.count {
            try stop?.check()
            for length in 1...min(end, Suggester.longestSyllable, word.count - 1) {
                let part = Array(word[end - length..<end])
                guard lexicon.form(of: part) != nil else { continue }
                if length == end { splits[end][length] = Split(parts: [part], frequency: .max) }
                for case let split? in splits[end - length] {
                    let pair = BigramEvidence.Pair(first: split.parts[split.parts.count - 1], second: part)
                    let frequency = min(split.frequency, try database.frequency(of: pair.term))
                    let longer = Split(parts: split.parts + [part], frequency: frequency)
                    guard frequency > leastFrequency, splits[end][length].map(longer.isBetter) ?? true else { continue }
                    splits[end][length] = longer
                }
            }
        }
        let whole = splits[word.count].compactMap { $0 }
        return whole.dropFirst().reduce(whole.first) { best, split in
            best.map { split.isBetter(than: $0) } ?? true ? split : best
        }?.parts
    }

    // MARK: Numbers

    /// Returns the numbers of a word such as `30/04` with leading zeros dropped or added, if the archive has them so and
    /// never as typed.
    private func otherNumbers(from start: Int, in tail: TypedTail) throws(XapianError) -> [Replacement]? {
        let typed = tail.syllables
        let end = tail.wordEnd(from: start)
        // Neither the rest of a word nor a word that is more than numbers.
        guard start == 0 || tail.wordEnd(from: start - 1) == start,
            typed[start..<end].allSatisfy(\.isNumber), end - start > 1 || typed[start].folded.first == 0x30
        else { return nil }
        let numbers = typed[start..<end].map(\.folded)
        // A number alone means something only behind its word, as in `tháng 04`.
        let before = end - start == 1 && start > 0 ? [typed[start - 1].folded] : []
        guard try maximumDocumentFrequency(before + numbers) == 0 else { return nil }
        for other in [numbers.map(\.withoutLeadingZeros), numbers.map(\.ofTwoDigits)] where other != numbers {
            guard try maximumDocumentFrequency(before + other) > 0 else { continue }
            return other.enumerated().map {
                Replacement(syllables: start + $0.offset..<start + $0.offset + 1, folded: [$0.element])
            }
        }
        return nil
    }

    /// The frequency up to which a word may be a misprint, or one that was split at the end of a line.
    private var leastFrequency: Int { lexicon.articles / 10_000 }
}

/// The parts of a word, in order.
private struct Split {
    let parts: [[UInt8]]
    /// The least number of articles that have two neighbours side by side.
    let frequency: Int

    func isBetter(than other: Split) -> Bool {
        (-parts.count, frequency) > (-other.parts.count, other.frequency)
    }
}

extension TypedTail {
    /// The end of the run of syllables from one on between which no blank stands.
    fileprivate func wordEnd(from start: Int) -> Int {
        let bytes = Array(text.utf8)
        var end = start + 1
        while end < ranges.count, !bytes[ranges[end - 1].upperBound..<ranges[end].lowerBound].contains(0x20) {
            end += 1
        }
        return end
    }
}

extension TypedSyllable {
    /// Whether it is only digits.
    fileprivate var isNumber: Bool { folded.allSatisfy(\.isDigit) }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}

extension [UInt8] {
    /// The runs of digits and of other bytes.
    fileprivate var splitBetweenLettersAndDigits: [[UInt8]] {
        reduce(into: []) { runs, byte in
            if let last = runs.last?.last, last.isDigit == byte.isDigit {
                runs[runs.count - 1].append(byte)
            } else {
                runs.append([byte])
            }
        }
    }

    /// The digits without leading zeros.
    fileprivate var withoutLeadingZeros: [UInt8] {
        let rest = drop { $0 == 0x30 }
        return rest.isEmpty ? self : Array(rest)
    }

    /// The digits with a zero before a single one, as in the days and months of a date.
    fileprivate var ofTwoDigits: [UInt8] { count == 1 ? [0x30] + self : self }
}
