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

extension FieldsResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        self.fields = try fields.required("fields")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("fields", fields)
        }
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

extension FieldDescription: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        name = try fields.required("name")
        aliases = try fields.required("aliases")
        summary = try fields.required("summary")
        example = try fields.required("example")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("name", name)
            writer.field("aliases", aliases)
            writer.field("summary", summary)
            writer.field("example", example)
        }
    }
}
