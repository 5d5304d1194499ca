/// A field that a query can name, with what the parser needs to know; the index's field table defines them.
package struct QueryField: Hashable, Sendable {
    /// The operands that may follow the field's colon.
    package enum Syntax: Hashable, Sendable {
        /// Words, a phrase, a prefix or a parenthesis, searched in the field's text.
        case text
        /// One value, in quotes where it has spaces; a trailing star makes it a prefix.
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
    /// The operands that may follow the colon.
    package var syntax: Syntax

    /// Creates a field.
    package init(name: String, aliases: [String] = [], syntax: Syntax) {
        self.name = name
        self.aliases = aliases
        self.syntax = syntax
    }
}

extension QueryField.Syntax {
    /// The description, for errors, of what is expected after the field's colon.
    var operandDescription: String {
        switch self {
        case .text: "a word, a phrase or a bracket"
        case .value: "a value"
        case .dates, .since, .until, .before: "a date"
        }
    }
}

extension QueryField {
    /// Whether the operand is one value, rather than words.
    var takesValue: Bool { syntax != .text }
}
