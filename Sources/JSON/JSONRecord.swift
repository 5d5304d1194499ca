/// A type whose JSON object is described once, by its fields: reading, writing and documentation follow from that.
///
/// ```swift
/// struct Span: JSONRecord {
///     var start: Int
///     var end: Int?
///
///     static var blank: Span { Span(start: 0) }
///
///     mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
///         try visitor.required("start", &start)
///         try visitor.optional("end", &end)
///     }
/// }
/// ```
package protocol JSONRecord: JSONReadable, JSONWritable {
    /// A value whose fields are about to be read.
    static var blank: Self { get }

    /// Whether a key that no field has is an error; otherwise it is ignored.
    static var rejectsUnknownKeys: Bool { get }

    /// Has a visitor see each field with its key, in the order in which they are written.
    ///
    /// - Throws: `JSONMismatch` where the visitor reads a value that does not fit.
    mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch)

    /// Checks what one field alone does not tell, once all are read.
    ///
    /// - Throws: `JSONMismatch`.
    func validate() throws(JSONMismatch)
}

/// Something that reads, writes or describes the fields of a record.
package protocol JSONFieldVisitor {
    /// Visits a field that is always there.
    ///
    /// - Parameters:
    ///   - name: the key.
    ///   - value: the value.
    ///   - summary: what it means, for documentation; empty where the type's own documentation is enough.
    /// - Throws: `JSONMismatch`.
    mutating func required<Value: JSONReadable & JSONWritable>(
        _ name: String, _ value: inout Value, _ summary: StaticString) throws(JSONMismatch)

    /// Visits a field that may be missing.
    mutating func optional<Value: JSONReadable & JSONWritable>(
        _ name: String, _ value: inout Value?, _ summary: StaticString) throws(JSONMismatch)

    /// Visits one of several fields of which exactly one is there; `validate` checks that.
    mutating func oneOf<Value: JSONReadable & JSONWritable>(
        _ name: String, _ value: inout Value?, _ summary: StaticString) throws(JSONMismatch)
}

extension JSONFieldVisitor {
    /// Visits a field that is always there and has no summary.
    package mutating func required(
        _ name: String, _ value: inout some JSONReadable & JSONWritable
    ) throws(JSONMismatch) { try required(name, &value, "") }

    /// Visits a field that may be missing and has no summary.
    package mutating func optional<Value: JSONReadable & JSONWritable>(
        _ name: String, _ value: inout Value?
    ) throws(JSONMismatch) { try optional(name, &value, "") }

    /// Visits a field of which exactly one is there as one that may be missing.
    package mutating func oneOf<Value: JSONReadable & JSONWritable>(
        _ name: String, _ value: inout Value?, _ summary: StaticString
    ) throws(JSONMismatch) { try optional(name, &value, summary) }
}

extension JSONRecord {
    package static var rejectsUnknownKeys: Bool { false }

    package func validate() throws(JSONMismatch) {}

    package init(json: JSONValue) throws(JSONMismatch) {
        self = Self.blank
        var fields = try JSONFields(json)
        try visitFields(&fields)
        if Self.rejectsUnknownKeys { try fields.end() }
        try validate()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            var copy = self
            // Only reading throws.
            do throws(JSONMismatch) { try copy.visitFields(&writer) } catch {}
        }
    }
}

extension JSONFields: JSONFieldVisitor {
    package mutating func required<Value: JSONReadable & JSONWritable>(
        _ name: String, _ value: inout Value, _ summary: StaticString
    ) throws(JSONMismatch) { value = try required(name) }

    package mutating func optional<Value: JSONReadable & JSONWritable>(
        _ name: String, _ value: inout Value?, _ summary: StaticString
    ) throws(JSONMismatch) { value = try optional(name) }
}

extension JSONWriter: JSONFieldVisitor {
    package mutating func required<Value: JSONReadable & JSONWritable>(
        _ name: String, _ value: inout Value, _ summary: StaticString
    ) { member(name, value) }

    package mutating func optional<Value: JSONReadable & JSONWritable>(
        _ name: String, _ value: inout Value?, _ summary: StaticString
    ) {
        if let value { member(name, value) }
    }
}
