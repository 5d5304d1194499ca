/// A field that a query can name, as the parser needs to know it; the index's field table makes these.
package struct QueryField: Hashable, Sendable {
    /// What may stand after the field's colon.
    package enum Syntax: Hashable, Sendable {
        /// Words, a phrase, a prefix or a parenthesis, looked for in the field's text.
        case text
        /// One value, in quotes where it holds spaces; a trailing star makes it a prefix.
        case value
        /// A day, a month, a year, a range of them, or a relative date.
        case dates
        /// A date at which the range begins (that day included).
        case since
        /// A date at which the range ends, included.
        case until
        /// A date before which the range ends.
        case before
    }

    /// The name that errors, help and the tree use: lower case ASCII.
    package var name: String
    /// Other names, Vietnamese ones with their marks; they are also read without marks.
    package var aliases: [String]
    /// What may stand after the colon.
    package var syntax: Syntax

    /// A field with its names and syntax.
    package init(name: String, aliases: [String] = [], syntax: Syntax) {
        self.name = name
        self.aliases = aliases
        self.syntax = syntax
    }
}

extension QueryField.Syntax {
    /// What an error says is expected behind the field's colon.
    var operandDescription: String {
        switch self {
        case .text: "a word, a phrase or a bracket"
        case .value: "a value"
        case .dates, .since, .until, .before: "a date"
        }
    }
}
