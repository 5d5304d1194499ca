package import Vietnamese

/// Where a text has the syllables of a query: all that nearness and runs of syllables need to know of it.
package struct QueryTermOccurrences {
    /// A syllable of the text that the query has, with these marks or others.
    package struct Occurrence: Hashable {
        /// How many syllables stand before it.
        package let position: Int
        let exactHash: UInt64
        package let foldedHash: UInt64
    }

    /// The occurrences in the order of the text.
    package private(set) var all: [Occurrence] = []
    /// How many syllables the text has.
    package private(set) var count = 0

    /// Nothing found in no text.
    package init() {}

    /// Replaces the content by what a text has of the syllables sought.
    package mutating func look(for sought: QuerySyllables, in text: Syllables) {
        all.removeAll(keepingCapacity: true)
        for index in text.indices where sought.contains(text.foldedHash(at: index)) { add(text, at: index, index) }
        count = text.count
    }

    /// Replaces the content by what a text in the codes of `WordCoding` has of the syllables sought.
    ///
    /// Takes a nanosecond or two for a common word, and for other text what it takes to scan it.
    ///
    /// - Parameters:
    ///   - sought: the syllables.
    ///   - codes: the text.
    ///   - scratch: memory that is used again.
    /// - Returns: whether the text is sound.
    package mutating func look(
        for sought: QuerySyllables, inCodes codes: UnsafeBufferPointer<UInt8>, by scratch: inout Scratch
    ) -> Bool {
        all.removeAll(keepingCapacity: true)
        guard WordCoding.cut(codes, sought.marks, into: &scratch.text) else { return false }
        scratch.text.between.withUnsafeBufferPointer { scratch.syllables.scan($0) }
        let (text, between) = (scratch.text, scratch.syllables)
        var (index, stretch) = (0, 0)
        /// Adds what is sought between words, as far as a byte.
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

    /// What is used again from text to text.
    package struct Scratch {
        fileprivate(set) var text = WordCoding.CutText()
        var syllables = Syllables()

        /// Memory for no text yet.
        package init() {}
    }

    private mutating func add(_ text: Syllables, at index: Int, _ position: Int) {
        all.append(
            Occurrence(
                position: position, exactHash: text.exactHash(at: index), foldedHash: text.foldedHash(at: index)))
    }

    /// Whether a run of syllables, all of them sought, stands side by side in the text.
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
    /// Whether a syllable of a text is what was typed.
    package func matches(_ occurrence: QueryTermOccurrences.Occurrence) -> Bool {
        isMarked ? occurrence.exactHash == exactHash : occurrence.foldedHash == foldedHash
    }
}
