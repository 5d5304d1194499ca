/// Why a query cannot be read, and where.
package struct QueryError: Error, Hashable, Sendable {
    /// The UTF-8 byte of the query where the trouble begins, counted from 0.
    package var column: Int
    /// How many UTF-8 bytes of the query it concerns; 0 at the end of the query.
    package var length: Int
    /// What is wrong, as a clause without a full stop: `a quotation mark is never closed`.
    package var message: String
    /// What would have been right there: `a closing "`.
    package var expected: String
    /// Whether the query holds nothing that could be looked for, rather than something that cannot be read.
    package var isEmptyQuery = false

    /// A query error at a place of the query.
    package init(column: Int, length: Int, message: String, expected: String) {
        self.column = column
        self.length = length
        self.message = message
        self.expected = expected
    }

    init(_ range: Range<Int>, _ message: String, expected: String) {
        self.init(column: range.lowerBound, length: range.count, message: message, expected: expected)
    }

    /// A query of this many UTF-8 bytes that holds nothing to look for.
    package static func empty(length: Int, _ message: String, expected: String) -> QueryError {
        var error = QueryError(0..<length, message, expected: expected)
        error.isEmptyQuery = true
        return error
    }
}

extension QueryError: CustomStringConvertible {
    /// The error in one line, its column counted from 1.
    package var description: String { "column \(column + 1): \(message); expected \(expected)" }
}
