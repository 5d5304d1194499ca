/// A value that is written as one word of the command line.
protocol ArgumentValue {
    /// Parses a word; nil where it is not a valid value.
    init?(argument: String)

    /// A description of a valid word, for an error: `a whole number`.
    static var expectation: String { get }
}

extension String: ArgumentValue {
    init?(argument: String) { self = argument }

    static var expectation: String { "a text" }
}

extension Int: ArgumentValue {
    init?(argument: String) { self.init(argument) }

    static var expectation: String { "a whole number" }
}

/// A value that is one of a few words.
protocol Choice: ArgumentValue, CaseIterable, RawRepresentable where RawValue == String {}

extension Choice {
    init?(argument: String) { self.init(rawValue: argument) }

    static var expectation: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
