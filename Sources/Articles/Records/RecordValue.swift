/// A value of a record, read from JSON or from YAML.
enum RecordValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number, as its digits.
    case number(String)
    case string(String)
    case array([RecordValue])
    case object([RecordField])

    /// Whether the value is a string of white space only.
    var isBlank: Bool {
        if case .string(let string) = self { string.isBlank } else { false }
    }
}

/// A name and a value in a record.
struct RecordField: Hashable, Sendable {
    var name: String
    var value: RecordValue
}
