import Fuzzing
import Vietnamese

/// The properties checked of the syllables, terms and document numbers of any bytes.
struct TokeniserProperties {
    // Memory is reused from one input to the next, as the index reuses it from one article to the next.
    private var syllables = Syllables()
    private var other = Syllables()
    private var terms = TermProperties()

    mutating func check(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { syllables.scan($0) }
        var end = 0
        for index in syllables.indices {
            let range = syllables.range(at: index)
            expect(
                end <= range.lowerBound && !range.isEmpty && range.upperBound <= text.count,
                "ranges follow one another inside the text: \(syllables[index])")
            end = range.upperBound
            // Bytes that are not UTF-8 act as separators, so a range with scalar boundaries contains only UTF-8.
            expect(isUTF8(text[range]), "a range lies on scalar boundaries: \(syllables[index])")
            checkKeys(at: index)
        }
        // Letters of a Hangul block are adjacent in a key, and then compose, even if a mark or an invisible character
        // was between them in the text; E1 84 to E1 87 is conjoining Hangul.
        let hasHangul = zip(text, text.dropFirst()).contains { $0 == 0xE1 && (0x84...0x87).contains($1) }
        let string = String(decoding: text, as: UTF8.self)
        if !hasHangul {
            checkFoldedKeys()
            terms.check(syllables)
            checkReferences(of: text)
            let folded = fold(string)
            expect(isFolded(folded), "folding a folded text changes nothing: \(folded.debugDescription)")
        }
        checkSpellings(of: string)
    }

    private func checkKeys(at index: Int) {
        syllables.withExact(at: index) { exact in
            syllables.withFolded(at: index) { folded in
                expect(
                    (1...60).contains(exact.count) && (1...60).contains(folded.count) && isUTF8(exact)
                        && isUTF8(folded),
                    "keys are 1 to 60 bytes of UTF-8: \(syllables[index])")
                let isMarked = !exact.elementsEqual(folded)
                expect(syllables.isMarked(at: index) == isMarked, "a marked syllable has two keys: \(syllables[index])")
                expect(
                    isMarked || syllables.exactHash(at: index) == syllables.foldedHash(at: index),
                    "equal keys have equal hashes: \(syllables[index])")
            }
        }
    }

    private mutating func checkFoldedKeys() {
        for index in syllables.indices where syllables.isMarked(at: index) {
            expect(
                fold(String(decoding: syllables.exact(at: index), as: UTF8.self)).utf8
                    .elementsEqual(syllables.folded(at: index)),
                "the exact key decides the folded one: \(syllables[index])")
        }
        // The dot in a number's key is a decimal point only where it was read as one.
        let keys = syllables.indices.map(syllables.folded).filter { !$0.contains(UInt8(ascii: ".")) }
        let text = Array(keys.joined(separator: [UInt8(ascii: " ")]))
        expect(isFolded(String(decoding: text, as: UTF8.self)), "a folded key is its own folded key: \(keys)")
        text.withUnsafeBufferPointer { other.scan($0) }
        expect(
            other.count == keys.count && other.indices.allSatisfy { !other.isMarked(at: $0) }
                && zip(other.indices, keys).allSatisfy { other.folded(at: $0) == $1 },
            "a folded key is one syllable without marks: \(keys) \(other.map(\.exact))")
    }

    private func checkReferences(of text: [UInt8]) {
        var end = 0
        for reference in text.withUnsafeBufferPointer({ DocumentReference.all(in: $0) }) {
            expect(
                end <= reference.range.lowerBound && !reference.range.isEmpty
                    && reference.range.upperBound <= text.count && isUTF8(text[reference.range]),
                "numbers of documents follow one another on scalar boundaries: \(reference)")
            end = reference.range.upperBound
            expect(
                (1...60).contains(reference.folded.count) && isUTF8(reference.folded)
                    && isFolded(String(decoding: reference.folded, as: UTF8.self)),
                "the number of a document is folded, 1 to 60 bytes: \(reference)")
        }
    }

    private mutating func checkSpellings(of text: String) {
        let spellings = equivalentSpellings(of: text)
        guard spellings.count > 1 else { return }
        syllables.scan(spellings[0])
        for spelling in spellings.dropFirst() {
            other.scan(spelling)
            let isAlike =
                syllables.count == other.count
                && syllables.indices.allSatisfy {
                    syllables.exact(at: $0) == other.exact(at: $0) && syllables.folded(at: $0) == other.folded(at: $0)
                }
            expect(isAlike, "keys are alike in every spelling: \(syllables.map(\.exact)) \(other.map(\.exact))")
        }
    }

    private func isUTF8(_ bytes: some Collection<UInt8>) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    /// Compares byte by byte, because strings compare by canonical equivalence.
    private func isFolded(_ text: String) -> Bool {
        fold(text).utf8.elementsEqual(text.utf8)
    }
}
