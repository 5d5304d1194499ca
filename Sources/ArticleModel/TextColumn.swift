/// A place in a line of text, counted from 0 in each of the units that editors count in.
package struct TextColumn: Hashable, Sendable {
    /// UTF-8 bytes before the place.
    package private(set) var utf8: Int
    /// UTF-16 code units before the place.
    package private(set) var utf16: Int
    /// Unicode scalars before the place.
    package private(set) var utf32: Int

    /// The beginning of a line.
    package static let start = TextColumn(utf8: 0, utf16: 0, utf32: 0)

    /// A place with this many units of each kind before it.
    package init(utf8: Int, utf16: Int, utf32: Int) {
        (self.utf8, self.utf16, self.utf32) = (utf8, utf16, utf32)
    }

    /// A place behind this many ASCII characters.
    package init(ascii count: Int) { self.init(utf8: count, utf16: count, utf32: count) }

    /// Whether all units count the same, as they do behind ASCII alone.
    package var isUniform: Bool { utf8 == utf16 && utf8 == utf32 }

    /// Moves the place behind a text of the same line.
    ///
    /// O(*n*) in the bytes of the text.
    package mutating func advance(over text: Substring) {
        for byte in text.utf8 {
            utf8 += 1
            // A lead byte begins a scalar; one of four bytes takes two units of UTF-16.
            guard byte & 0xC0 != 0x80 else { continue }
            utf32 += 1
            utf16 += byte >= 0xF0 ? 2 : 1
        }
    }
}
