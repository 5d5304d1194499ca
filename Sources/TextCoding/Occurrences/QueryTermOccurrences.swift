package import Vietnamese

/// The occurrences of a query's syllables in a text: all that scoring proximity and finding runs of syllables need.
package struct QueryTermOccurrences {
    /// A syllable of the text that the query has, with the same marks or others.
    package struct Occurrence: Hashable {
        /// The number of syllables before it.
        package let position: Int
        let exactHash: UInt64
        package let foldedHash: UInt64
    }

    /// The occurrences, in the order of the text.
    package private(set) var all: [Occurrence] = []
    /// The number of syllables in the text.
    package private(set) var count = 0

    /// Creates an empty value.
    package init() {}

    /// Replaces the content by the occurrences of the syllables in a text.
    package mutating func look(for sought: QuerySyllables, in text: Syllables) {
        all.removeAll(keepingCapacity: true)
        for index in text.indices where sought.contains(text.foldedHash(at: index)) { add(text, at: index, index) }
        count = text.count
    }

    /// Replaces the content by the occurrences of the syllables in a text in the codes of `WordCoding`.
    ///
    /// This takes a nanosecond or two per common word, and for other text the time of scanning it.
    ///
    /// - Parameters:
    ///   - sought: the syllables.
    ///   - codes: the text.
    ///   - scratch: memory that is reused.
    /// - Returns: whether the text is undamaged.
    package mutating func look(
        for sought: QuerySyllables, inCodes codes: UnsafeBufferPointer<UInt8>, by scratch: inout Scratch
    ) -> Bool {
        all.removeAll(keepingCapacity: true)
        guard WordCoding.cut(codes, sought.marks, into: &scratch.text) else { return false }
        scratch.text.between.withUnsafeBufferPointer { scratch.syllables.scan($0) }
        let (text, between) = (scratch.text, scratch.syllables)
        var (index, stretch) = (0, 0)
        /// Adds the occurrences in the text between words, up to a byte offset.
        func addBetween(before byte: Int) {
            while index < between.count {
                let start = between.range(at: index).lowerBound
                guard start < byte else { return }
                if sought.contains(between.foldedHash(at: index)) {
                    while stretch + 1 < text.stretches.count, text.stretches[stretch + 1].byte <= start { stretch += 1 }
                    add(between, at: index, text.stretches[stretch].syllables + index)
                }
                index += 1
            }
        }
        for (word, place) in text.marked {
            addBetween(before: place.byte)
            for (offset, syllable) in WordCoding.knownWords.syllables(of: word).enumerated()
            where sought.contains(syllable.foldedHash) {
                all.append(
                    Occurrence(
                        position: place.syllables + index + offset, exactHash: syllable.exactHash,
                        foldedHash: syllable.foldedHash))
            }
        }
        addBetween(before: text.between.count)
        count = text.syllables + between.count
        return true
    }

    /// Memory that is reused from text to text.
    package struct Scratch {
        fileprivate(set) var text = WordCoding.CutText()
        var syllables = Syllables()

        /// Creates empty scratch memory.
        package init() {}
    }

    private mutating func add(_ text: Syllables, at index: Int, _ position: Int) {
        all.append(
            Occurrence(
                position: position, exactHash: text.exactHash(at: index), foldedHash: text.foldedHash(at: index)))
    }

    /// Returns whether the text has a run of adjacent syllables, all of them among those looked for.
    package func holdsRun(of needle: [TypedSyllable]) -> Bool {
        guard let first = needle.first, all.count >= needle.count else { return false }
        return (0...all.count - needle.count).contains { start in
            first.matches(all[start])
                && (1..<needle.count).allSatisfy {
                    all[start + $0].position == all[start].position + $0 && needle[$0].matches(all[start + $0])
                }
        }
    }
}

extension TypedSyllable {
    /// Returns whether a syllable of a text matches this typed one.
    package func matches(_ occurrence: QueryTermOccurrences.Occurrence) -> Bool {
        isMarked ? occurrence.exactHash == exactHash : occurrence.foldedHash == foldedHash
    }
}
