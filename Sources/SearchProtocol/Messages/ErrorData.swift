package import JSON

/// The data of a bad query's error: the position and what was expected there.
package struct BadQueryData: Hashable, Sendable {
    /// The position of the error, counted from 0 in the negotiated encoding.
    package var column: Int
    /// The length of the part of the query that it concerns, in the negotiated encoding; 0 at the end of the query.
    package var length: Int
    /// What was expected there.
    package var expected: String

    /// Creates the data of a bad query's error.
    package init(column: Int, length: Int, expected: String) {
        self.column = column
        self.length = length
        self.expected = expected
    }
}

extension BadQueryData: JSONRecord {
    package static var blank: BadQueryData { BadQueryData(column: 0, length: 0, expected: "") }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("column", &column)
        try visitor.required("length", &length)
        try visitor.required("expected", &expected)
    }
}

/// The data of the error for an index that cannot be used.
package struct IndexUnusableData: Hashable, Sendable {
    /// Why it cannot be used.
    package var reason: String
    /// What the user can do.
    package var recovery: String

    /// Creates the data from a reason and what to do.
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
    /// The error for a query that cannot be parsed, with its position.
    package static func badQuery(_ message: String, at place: BadQueryData) -> ProtocolError {
        ProtocolError(.badQuery, message, data: JSONValue(of: place))
    }

    /// The error for an index that cannot be used, with what to do.
    package static func indexUnusable(_ message: String, _ data: IndexUnusableData) -> ProtocolError {
        ProtocolError(.indexUnusable, message, data: JSONValue(of: data))
    }
}
