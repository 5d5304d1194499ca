/// The beginning of a syllable, as typed: without marks it matches every reading, with marks only that spelling.
package struct TypedPrefix: Hashable {
    /// The whole syllables before the unfinished one, such as `tp` of `tp.hc*`.
    package let leading: [TypedSyllable]
    /// The unfinished syllable.
    package let last: TypedSyllable
    private let letters: [UInt8]
    private let tones: [UInt8]

    /// The prefix that a part of the query means, or nil where it has no syllable.
    package init?(_ text: String) {
        let syllables = TypedSyllable.all(in: text)
        guard let last = syllables.last else { return nil }
        leading = Array(syllables.dropLast())
        self.last = last
        (letters, tones) = TypedPrefix.split(last.exact)
    }

    /// The bytes with which matching terms begin, after the term prefix of exact or folded syllables.
    package var stem: [UInt8] { last.isMarked ? letters : last.folded }

    /// Whether an exact key begins with what was typed.
    package func matches(exact: [UInt8]) -> Bool {
        guard last.isMarked else { return exact.starts(with: last.folded) }
        let (otherLetters, otherTones) = TypedPrefix.split(exact)
        return otherLetters.starts(with: letters) && (tones.isEmpty || otherTones == tones)
    }

    /// Whether a syllable of a text begins with what was typed.
    package func matches(_ syllables: Syllables, at index: Int) -> Bool {
        // Most syllables begin differently, and checking that needs no copy of their keys.
        guard syllables.withFolded(at: index, { $0.starts(with: last.folded) }) else { return false }
        return !last.isMarked || matches(exact: syllables.exact(at: index))
    }

    /// A key's letters and the tone marks after them, which are combining marks of two bytes each.
    private static func split(_ key: [UInt8]) -> (letters: [UInt8], tones: [UInt8]) {
        var end = key.count
        while end >= 2, key[end - 2] == 0xCC, [0x80, 0x81, 0x83, 0x89, 0xA3].contains(key[end - 1]) { end -= 2 }
        return (Array(key[..<end]), Array(key[end...]))
    }
}
