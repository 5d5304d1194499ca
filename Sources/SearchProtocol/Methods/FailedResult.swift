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

extension FailedResult: JSONRecord {
    package static var blank: FailedResult { FailedResult() }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("failed", &failed)
        try visitor.required("omitted", &omitted)
    }
}
