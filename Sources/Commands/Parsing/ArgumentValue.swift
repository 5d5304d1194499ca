/// A value that is written as one word of the command line.
protocol ArgumentValue {
    /// Reads the word; nil where it is no such value.
    init?(argument: String)

    /// What the word has to be, for an error: `a whole number`.
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

/// One of a few words.
protocol Choice: ArgumentValue, CaseIterable, RawRepresentable where RawValue == String {}

extension Choice {
    init?(argument: String) { self.init(rawValue: argument) }

    static var expectation: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
