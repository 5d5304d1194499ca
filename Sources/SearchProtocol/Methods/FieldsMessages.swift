package import JSON

/// The fields that a query can name.
package struct FieldsResult: Hashable, Sendable {
    /// The fields, in the order of the help.
    package var fields: [FieldDescription]

    /// Creates a result.
    package init(
        fields: [FieldDescription]
    ) {
        self.fields = fields
    }
}

extension FieldsResult: JSONRecord {
    package static var blank: FieldsResult { FieldsResult(fields: []) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("fields", &fields)
    }
}

/// One field that a query can name.
package struct FieldDescription: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// Its Vietnamese names.
    package var aliases: [String]
    /// The content of the field, in one line.
    package var summary: String
    /// A query that uses it.
    package var example: String

    /// Creates the description of a field.
    package init(
        name: String, aliases: [String], summary: String, example: String
    ) {
        self.name = name
        self.aliases = aliases
        self.summary = summary
        self.example = example
    }
}

extension FieldDescription: JSONRecord {
    package static var blank: FieldDescription { FieldDescription(name: "", aliases: [], summary: "", example: "") }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("name", &name)
        try visitor.required("aliases", &aliases)
        try visitor.required("summary", &summary)
        try visitor.required("example", &example)
    }
}
