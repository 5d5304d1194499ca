package import JSON

/// Whether the index is being written, and why not.
package struct IndexingStatus: Hashable, Sendable {
    /// How writing stands.
    package enum State: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
        /// Nobody asked for anything.
        case idle
        /// Something is being written.
        case running
        /// Somebody has suspended it.
        case suspended
        /// The last write failed; the next request to write tries again.
        case stopped
    }

    /// How writing stands.
    package var state: State
    /// Why nothing is written, in one line.
    package var reason: String?

    /// A state and its reason.
    package init(_ state: State, reason: String? = nil) {
        self.state = state
        self.reason = reason
    }
}

extension IndexingStatus: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        state = try fields.required("state")
        reason = try fields.optional("reason")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("state", state)
            writer.field("reason", reason)
        }
    }
}
