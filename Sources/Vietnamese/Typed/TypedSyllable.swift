/// A syllable of the query: with marks it matches only itself, without marks every reading.
package struct TypedSyllable: Hashable {
    /// The exact key.
    package let exact: [UInt8]
    /// The folded key.
    package let folded: [UInt8]
    /// Whether it matches only its own spelling: it was typed with a mark, or is meant as it is spelled.
    package let isMarked: Bool
    /// Whether it also matches other readings: it was typed without a mark, and is not only a number.
    package var hasReadings: Bool { !isMarked && exact.contains { !(0x30...0x39).contains($0) } }
    package let exactHash: UInt64
    /// A hash of the folded key.
    package let foldedHash: UInt64

    /// The syllables of a part of the query, in order.
    package static func all(in text: String) -> [TypedSyllable] {
        let syllables = Syllables(text)
        return syllables.indices.map { TypedSyllable(syllables, at: $0) }
    }

    private init(_ syllables: Syllables, at index: Int) {
        exact = syllables.exact(at: index)
        folded = syllables.folded(at: index)
        isMarked = syllables.isMarked(at: index)
        exactHash = syllables.exactHash(at: index)
        foldedHash = syllables.foldedHash(at: index)
    }

    /// Creates the syllable that matches this exact key only, marked or not; nil where the key is not one syllable.
    package init?(binding key: [UInt8]) {
        let syllables = Syllables(String(decoding: key, as: UTF8.self))
        guard syllables.count == 1 else { return nil }
        exact = syllables.exact(at: 0)
        folded = syllables.folded(at: 0)
        isMarked = true
        exactHash = syllables.exactHash(at: 0)
        foldedHash = syllables.foldedHash(at: 0)
    }

    /// Whether a syllable of a text is what was typed.
    package func matches(_ syllables: Syllables, at index: Int) -> Bool {
        isMarked ? syllables.exactHash(at: index) == exactHash : syllables.foldedHash(at: index) == foldedHash
    }

    /// The year that a bare number of four digits may mean.
    package var year: Int? {
        guard exact.count == 4, let year = Int(String(decoding: exact, as: UTF8.self)), (1900...2100).contains(year)
        else { return nil }
        return year
    }

    /// The bytes of a bigram's term after its prefix.
    package static func bigram(_ first: TypedSyllable, _ second: TypedSyllable) -> [UInt8] {
        first.folded + [0x20] + second.folded
    }
}
