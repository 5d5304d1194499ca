package import JSON

/// The load of the search threads.
package struct QueueSummary: Hashable, Sendable {
    /// The number of threads, including the one for typing and lookups.
    package var readers: Int
    /// The number of requests that run on them, not counting the status request itself.
    package var running: Int
    /// The number of requests that wait for one of them.
    package var waiting: Int

    /// Creates a summary.
    package init(readers: Int, running: Int, waiting: Int) {
        self.readers = readers
        self.running = running
        self.waiting = waiting
    }
}

extension QueueSummary: JSONRecord {
    package static var blank: QueueSummary { QueueSummary(readers: 0, running: 0, waiting: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("readers", &readers)
        try visitor.required("running", &running)
        try visitor.required("waiting", &waiting)
    }
}
