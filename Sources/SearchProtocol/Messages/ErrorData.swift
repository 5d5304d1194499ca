package import JSON

/// What goes with a bad query: where it is wrong and what would have been right.
package struct BadQueryData: Hashable, Sendable {
    /// Where the trouble begins, counted from 0 in the encoding agreed.
    package var column: Int
    /// How much of the query it concerns, in the encoding agreed; 0 at the end of the query.
    package var length: Int
    /// What would have been right there.
    package var expected: String

    /// A place of the query and what was expected there.
    package init(column: Int, length: Int, expected: String) {
        self.column = column
        self.length = length
        self.expected = expected
    }
}

extension BadQueryData: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        column = try fields.required("column")
        length = try fields.required("length")
        expected = try fields.required("expected")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("column", column)
            writer.field("length", length)
            writer.field("expected", expected)
        }
    }
}

/// What goes with an index that cannot be used.
package struct IndexUnusableData: Hashable, Sendable {
    /// Why it cannot be used.
    package var reason: String
    /// What the person at the keyboard can do.
    package var recovery: String

    /// A reason and what to do.
    package init(reason: String, recovery: String) {
        self.reason = reason
        self.recovery = recovery
    }
}

extension IndexUnusableData: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        reason = try fields.required("reason")
        let (recovery, earlierName): (String?, String?) = (try fields.optional("recovery"), try fields.optional("mend"))
        guard let text = recovery ?? earlierName else { throw JSONMismatch(reason: "missing").under(key: "recovery") }
        self.recovery = text
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("reason", reason)
            writer.field("recovery", recovery)
            // The name in version 1 of the protocol.
            writer.field("mend", recovery)
        }
    }
}

extension ProtocolError {
    /// A query that cannot be read, with its place.
    package static func badQuery(_ message: String, at place: BadQueryData) -> ProtocolError {
        ProtocolError(.badQuery, message, data: JSONValue(of: place))
    }

    /// An index that cannot be used, with what to do.
    package static func indexUnusable(_ message: String, _ data: IndexUnusableData) -> ProtocolError {
        ProtocolError(.indexUnusable, message, data: JSONValue(of: data))
    }
}
