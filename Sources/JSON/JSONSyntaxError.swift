/// Why a text is not JSON, and where.
package struct JSONSyntaxError: Error, Hashable, Sendable {
    /// The offset of the byte with the error; the text's length where it ends too soon.
    package var offset: Int
    /// What was expected there, as a noun phrase: `a value`.
    package var expected: String

    /// Creates an error at a byte of the text.
    package init(offset: Int, expected: String) {
        self.offset = offset
        self.expected = expected
    }
}

extension JSONSyntaxError: CustomStringConvertible {
    /// The error in one line.
    package var description: String { "not JSON: expected \(expected) at byte \(offset)" }
}
