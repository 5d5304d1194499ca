package import CivilTime

/// Parses a query as typed into a tree.
///
/// The grammar is in the module's documentation. Creating a parser takes some 25 microseconds; `on(_:)` returns one for
/// the day of a query.
///
/// ```swift
/// let parser = QueryParser(fields: [], today: Day(number: 16_513))
/// let tree = try parser.parse("thanh uy \"hà nội\" -covid")
/// ```
package struct QueryParser: Sendable {
    /// The maximum length of a query in UTF-8 bytes.
    package static let maximumLength = 4_096
    /// The maximum number of nodes in a query's tree.
    package static let maximumNodes = 256
    /// The maximum nesting depth of brackets and exclusions.
    package static let maximumDepth = 50

    private let names: FieldNames
    private var today: Day

    /// Creates a parser that knows the given fields and resolves relative dates from a given day.
    ///
    /// Where two fields have the same name, the earlier one gets it.
    package init(fields: [QueryField], today: Day) {
        self.names = FieldNames(fields)
        self.today = today
    }

    /// Returns the same parser, which resolves relative dates from another day.
    package func on(_ day: Day) -> QueryParser {
        var parser = self
        parser.today = day
        return parser
    }

    /// The field with a name, in any of its spellings; nil where there is none.
    package func field(_ name: String) -> QueryField? { names.field(name) }

    /// Parses a query.
    ///
    /// - Parameters:
    ///   - text: The query as typed, in any Unicode normal form.
    ///   - asYouType: Whether the query is still being typed: an unfinished construct at its end is then not an error,
    ///     and its last word is taken as the beginning of a word.
    /// - Returns: The query's tree, its ranges in UTF-8 bytes of `text`.
    /// - Throws: `QueryError` where the query cannot be parsed or exceeds one of the limits above.
    package func parse(_ text: String, asYouType: Bool = false) throws(QueryError) -> QueryNode {
        let source = QuerySource(text)
        if source.length > QueryParser.maximumLength {
            let column = source.boundary(atOrBefore: QueryParser.maximumLength)
            throw QueryError(
                column: column, length: source.length - column, message: "the query is too long",
                expected: "at most \(QueryParser.maximumLength) bytes")
        }
        var lexer = Lexer(source, names: names, asYouType: asYouType)
        var tokens = try lexer.tokens()
        tokens = asYouType ? completed(tokens, end: source.length) : withoutEmptyBrackets(tokens)
        var builder = TreeBuilder(tokens, source: source, today: today, asYouType: asYouType)
        return try builder.query()
    }
}
