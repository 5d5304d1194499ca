package import JSON

/// How busy the threads that search are.
package struct QueueSummary: Hashable, Sendable {
    /// How many threads there are, the one for typing and lookups included.
    package var readers: Int
    /// How many requests run on them; the one for the status itself is none of them.
    package var running: Int
    /// How many requests wait for one of them.
    package var waiting: Int

    /// A number of threads and what they have to do.
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
