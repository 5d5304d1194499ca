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

extension NarrowParams: JSONRecord {
    package static var blank: NarrowParams { NarrowParams(query: "", field: "") }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("query", &query, ParameterSummary.query)
        try visitor.required("field", &field, "A field's name, or another name that queries know it by")
        try visitor.optional("value", &value, "What the field has to be; the filter is taken out when not given")
    }
}

/// A query with its new filter.
package struct NarrowResult: Hashable, Sendable {
    /// The query.
    package var query: String

    /// A query.
    package init(query: String) { self.query = query }
}

extension NarrowResult: JSONRecord {
    package static var blank: NarrowResult { NarrowResult(query: "") }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("query", &query)
    }
}
