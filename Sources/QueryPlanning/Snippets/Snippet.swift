/// A piece of an article's text, verbatim.
package struct Snippet: Hashable, Sendable {
    /// The text.
    package var text: String
    /// The number of UTF-8 bytes of the body before it.
    package var offset: Int
    /// The UTF-8 ranges of `text` that match.
    package var highlights: [Range<Int>]
}
