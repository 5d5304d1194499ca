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

extension QueueSummary: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        readers = try fields.required("readers")
        running = try fields.required("running")
        waiting = try fields.required("waiting")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("readers", readers)
            writer.field("running", running)
            writer.field("waiting", waiting)
        }
    }
}
