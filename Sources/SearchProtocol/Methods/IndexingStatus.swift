package import JSON

/// Whether the index is being written, and why not.
package struct IndexingStatus: Hashable, Sendable {
    /// The state of writing.
    package enum State: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
        /// There is no request to write.
        case idle
        /// Something is being written.
        case running
        /// Writing was suspended.
        case suspended
        /// The last write failed; the next request to write tries again.
        case stopped
    }

    /// The state of writing.
    package var state: State
    /// Why nothing is written, in one line.
    package var reason: String?

    /// Creates a status from a state and its reason.
    package init(_ state: State, reason: String? = nil) {
        self.state = state
        self.reason = reason
    }
}

extension IndexingStatus: JSONRecord {
    package static var blank: IndexingStatus { IndexingStatus(.idle) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("state", &state)
        try visitor.optional("reason", &reason)
    }
}
