/// One parameter of a method, as documentation and schemas describe it.
package struct Parameter: Hashable, Sendable {
    /// What a parameter's value is in JSON.
    package enum Kind: Hashable, Sendable {
        /// A text.
        case string
        /// A whole number.
        case integer
        /// `true` or `false`.
        case boolean
        /// A text or a whole number, which is given back as it is.
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

    /// Whether a parameter has to be given.
    package enum Presence: Hashable, Sendable {
        /// It has to be there.
        case required
        /// It may be left out.
        case optional
        /// Exactly one of the method's parameters that say so has to be there.
        case oneOf
    }

    /// The key.
    package let name: String
    /// What the value is.
    package let kind: Kind
    /// Whether it has to be given.
    package let presence: Presence
    /// What it says, as a sentence without a full stop.
    package let summary: String

    /// A parameter.
    package init(_ name: String, _ kind: Kind, _ presence: Presence, _ summary: String) {
        self.name = name
        self.kind = kind
        self.presence = presence
        self.summary = summary
    }
}

extension Parameter.Kind {
    /// One of the words that a type of the protocol has.
    static func choice<Choice: CaseIterable & RawRepresentable>(of type: Choice.Type) -> Parameter.Kind
    where Choice.RawValue == String { .choice(type.allCases.map(\.rawValue)) }
}
