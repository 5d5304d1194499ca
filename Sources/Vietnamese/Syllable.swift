/// A copy of one syllable of a text, for callers that read only a few.
package struct Syllable: Hashable, Sendable {
    /// The byte range of the text that it was read from, with its combining marks.
    package let range: Range<Int>
    /// The key that distinguishes every spelling: lower case, composed, tone marks at the end; UTF-8.
    package let exact: [UInt8]
    /// The key without any mark: lower-case plain letters and digits; UTF-8.
    package let folded: [UInt8]
    /// Whether the two keys differ, because the syllable carries a tone mark, a vowel mark or đ.
    package let isMarked: Bool
}
