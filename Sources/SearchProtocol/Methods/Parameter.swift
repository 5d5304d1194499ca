import JSON

/// One parameter of a method, as described in documentation and schemas.
package struct Parameter: Hashable, Sendable {
    /// The JSON type of a parameter's value.
    package enum Kind: Hashable, Sendable {
        /// A text.
        case string
        /// A whole number.
        case integer
        /// `true` or `false`.
        case boolean
        /// A text or a whole number, which is returned unchanged.
        case token
        /// One of a few words.
        case choice([String])
        /// A list of some of a few words.
        case choices([String])
        /// A list of texts.
        case strings
        /// A list of objects.
        case objects
    }

    /// Whether a parameter is required.
    package enum Presence: Hashable, Sendable {
        /// It is required.
        case required
        /// It may be omitted.
        case optional
        /// Exactly one of the method's parameters with this presence is required.
        case oneOf
    }

    /// The key.
    package let name: String
    /// The type of the value.
    package let kind: Kind
    /// Whether it is required.
    package let presence: Presence
    /// The meaning, as a sentence without a full stop.
    package let summary: String

    /// Creates a parameter.
    package init(_ name: String, _ kind: Kind, _ presence: Presence, _ summary: String) {
        self.name = name
        self.kind = kind
        self.presence = presence
        self.summary = summary
    }
}

extension Parameter.Kind {
    /// The kind of parameter that has such a value.
    init(_ kind: JSONKind) {
        switch kind {
        case .string: self = .string
        case .integer, .number: self = .integer
        case .boolean: self = .boolean
        case .token: self = .token
        case .choice(let words): self = .choice(words)
        case .array(.choice(let words)): self = .choices(words)
        case .array(.string): self = .strings
        case .array, .object: self = .objects
        }
    }
}
