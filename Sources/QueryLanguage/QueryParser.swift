package import CivilTime

/// Reads what a person typed into a query's tree.
///
/// The grammar stands in the module's documentation. Making a parser takes some 25 microseconds; `on(_:)` gives one with the
/// day that a query is asked on.
package struct QueryParser: Sendable {
    /// The greatest length of a query in UTF-8 bytes.
    package static let maximumLength = 4_096
    /// The greatest number of nodes in a query's tree.
    package static let maximumNodes = 256
    /// How deep brackets and exclusions may stand in each other.
    package static let maximumDepth = 50

    private let names: FieldNames
    private var today: Day

    /// A parser that knows these fields, and reads relative dates as seen from a day.
    ///
    /// Where two fields claim a name, the earlier one has it.
    package init(fields: [QueryField], today: Day) {
        self.names = FieldNames(fields)
        self.today = today
    }

    /// The same parser, which reads relative dates as seen from another day.
    package func on(_ day: Day) -> QueryParser {
        var parser = self
        parser.today = day
        return parser
    }

    /// The field that queries call by a name, in any of its spellings; nil where there is none.
    package func field(_ name: String) -> QueryField? { names.field(name) }

    /// Reads a query.
    ///
    /// - Parameters:
    ///   - text: The query as typed, in any Unicode normal form.
    ///   - asYouType: Whether the query is still being typed: what is open at its end is then no error, and its last
    ///     word is taken as the beginning of a word.
    /// - Returns: The query's tree, its ranges in UTF-8 bytes of `text`.
    /// - Throws: `QueryError` where the query cannot be read or passes one of the limits above.
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
        if asYouType { tokens = completed(tokens, end: source.length) }
        var builder = TreeBuilder(tokens, source: source, today: today, asYouType: asYouType)
        return try builder.query()
    }
}
