package import JSON

/// The failures of the last indexing.
package struct FailedResult: Hashable, Sendable {
    /// The files and lines, each with its reason.
    package var failed: [IndexFailure]
    /// The number of further failures that are not kept.
    package var omitted: Int

    /// Creates a result from a list and the number of further failures.
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
