package import JSON

/// The error object of an answer.
package struct ProtocolError: Error, Hashable, Sendable {
    /// The number: one of `ErrorCode`, or another's that is passed through.
    package var code: Int
    /// One line that names the thing, the cause and the mend.
    package var message: String
    /// What a program can use, such as the column of a bad query.
    package var data: JSONValue?

    /// An error of the protocol's own table.
    package init(_ code: ErrorCode, _ message: String, data: JSONValue? = nil) {
        self.code = code.number
        self.message = message
        self.data = data
    }

    /// Parameters that cannot be read: the path of the parameter and what is wrong there.
    package init(_ mismatch: JSONMismatch) {
        self.init(.invalidParams, mismatch.path.isEmpty ? "params: \(mismatch)" : mismatch.description)
    }

    /// The error of the table, or nil for a number that is not in it.
    package var known: ErrorCode? { ErrorCode(rawValue: code) }
}

extension ProtocolError: CustomStringConvertible {
    /// The error in one line.
    package var description: String { "\(message) (\(code))" }
}

extension ProtocolError: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        code = try fields.required("code")
        message = try fields.required("message")
        data = try fields.optional("data")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("code", code)
            writer.field("message", message)
            writer.field("data", data)
        }
    }
}
