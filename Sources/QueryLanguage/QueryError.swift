/// Why a query cannot be parsed, and where.
package struct QueryError: Error, Hashable, Sendable {
    /// The offset of the UTF-8 byte of the query where the error begins.
    package var column: Int
    /// The number of UTF-8 bytes of the query that it concerns; 0 at the end of the query.
    package var length: Int
    /// What is wrong, as a clause without a full stop: `a quotation mark is never closed`.
    package var message: String
    /// What was expected there: `a closing "`.
    package var expected: String
    /// Whether the query has nothing to search for, rather than something that cannot be parsed.
    package var isEmptyQuery = false

    /// Creates an error at a position of the query.
    package init(column: Int, length: Int, message: String, expected: String) {
        self.column = column
        self.length = length
        self.message = message
        self.expected = expected
    }

    init(_ range: Range<Int>, _ message: String, expected: String) {
        self.init(column: range.lowerBound, length: range.count, message: message, expected: expected)
    }

    /// Creates the error for a query of `length` UTF-8 bytes that has nothing to search for.
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
