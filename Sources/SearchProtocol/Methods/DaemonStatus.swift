package import JSON

/// The memory that the daemon uses.
package struct MemoryStatus: Hashable, Sendable {
    /// Bytes in memory now.
    package var residentBytes: Int
    /// The maximum number of bytes in memory since the start.
    package var peakBytes: Int

    /// Creates a status from the memory now and at most.
    package init(residentBytes: Int, peakBytes: Int) {
        self.residentBytes = residentBytes
        self.peakBytes = peakBytes
    }
}

extension MemoryStatus: JSONRecord {
    package static var blank: MemoryStatus { MemoryStatus(residentBytes: 0, peakBytes: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("residentBytes", &residentBytes)
        try visitor.required("peakBytes", &peakBytes)
    }
}

/// The numbers of current and past connections.
package struct ConnectionFigures: Hashable, Sendable {
    /// The number of connections that are served now.
    package var open: Int
    /// The number of open connections that are notified of changes.
    package var subscribed: Int
    /// The number of connections served since the start.
    package var accepted: Int
    /// The number of connections rejected since the start: too many at once, or another user's.
    package var refused: Int

    /// Creates the figures of connections.
    package init(open: Int, subscribed: Int, accepted: Int, refused: Int) {
        self.open = open
        self.subscribed = subscribed
        self.accepted = accepted
        self.refused = refused
    }
}

extension ConnectionFigures: JSONRecord {
    package static var blank: ConnectionFigures { ConnectionFigures(open: 0, subscribed: 0, accepted: 0, refused: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("open", &open)
        try visitor.required("subscribed", &subscribed)
        try visitor.required("accepted", &accepted)
        try visitor.required("refused", &refused)
    }
}

/// An error sent to clients, with the number of consecutive occurrences.
package struct ErrorEvent: Hashable, Sendable {
    /// The time of the last occurrence in UTC, as in `2026-03-01T08:15:00Z`.
    package var time: String
    /// The error's number.
    package var code: Int
    /// The name of the error.
    package var name: String
    /// The requested method, where it is known.
    package var method: String?
    /// What went wrong, without any content that the client sent.
    package var message: String
    /// The number of consecutive occurrences.
    package var count: Int

    /// Creates an event.
    package init(time: String, code: Int, name: String, method: String?, message: String, count: Int) {
        self.time = time
        self.code = code
        self.name = name
        self.method = method
        self.message = message
        self.count = count
    }
}

extension ErrorEvent: JSONRecord {
    package static var blank: ErrorEvent { ErrorEvent(time: "", code: 0, name: "", method: nil, message: "", count: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("time", &time)
        try visitor.required("code", &code)
        try visitor.required("name", &name)
        try visitor.optional("method", &method)
        try visitor.required("message", &message)
        try visitor.required("count", &count)
    }
}
