/// A piece of an article's text, verbatim.
package struct Snippet: Hashable, Sendable {
    /// The text.
    package var text: String
    /// UTF-8 bytes of the body before it.
    package var offset: Int
    /// UTF-8 ranges of `text` that match.
    package var highlights: [Range<Int>]
}
