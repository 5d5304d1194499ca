package import JSON

/// The error object of an answer.
package struct ProtocolError: Error, Hashable, Sendable {
    /// The error code: one of `ErrorCode`, or a foreign one that is passed through.
    package var code: Int
    /// One line that names the subject, the cause and the remedy.
    package var message: String
    /// Machine-readable data, such as the column of a bad query.
    package var data: JSONValue?

    /// Creates an error of the protocol's own table.
    package init(_ code: ErrorCode, _ message: String, data: JSONValue? = nil) {
        self.code = code.number
        self.message = message
        self.data = data
    }

    /// Creates the error for parameters that cannot be read, with the path of the parameter and what is wrong there.
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
