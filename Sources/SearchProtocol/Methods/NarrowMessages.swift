package import JSON

/// The filter to put into a query.
package struct NarrowParams: Hashable, Sendable {
    /// The query, as typed.
    package var query: String
    /// The name of the field, or one of its aliases.
    package var field: String
    /// The value that the field must have, without quotation marks; the filter is removed where it is nil.
    package var value: String?

    /// Creates parameters from a query and its new filter.
    package init(query: String, field: String, value: String? = nil) {
        self.query = query
        self.field = field
        self.value = value
    }
}

extension NarrowParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        query = try fields.required("query")
        field = try fields.required("field")
        value = try fields.optional("value")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("query", query)
            writer.field("field", field)
            writer.field("value", value)
        }
    }
}

/// A query with its new filter.
package struct NarrowResult: Hashable, Sendable {
    /// The query.
    package var query: String

    /// A query.
    package init(query: String) { self.query = query }
}

extension NarrowResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        query = try fields.required("query")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in writer.field("query", query) }
    }
}
