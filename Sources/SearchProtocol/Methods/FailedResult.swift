package import JSON

/// What could not be indexed last time.
package struct FailedResult: Hashable, Sendable {
    /// The files and lines, each with its reason.
    package var failed: [IndexFailure]
    /// How many more there were than are kept.
    package var omitted: Int

    /// A list, and how many more there were.
    package init(failed: [IndexFailure] = [], omitted: Int = 0) {
        self.failed = failed
        self.omitted = omitted
    }
}

extension FailedResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        failed = try fields.required("failed")
        omitted = try fields.required("omitted")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("failed", failed)
            writer.field("omitted", omitted)
        }
    }
}
