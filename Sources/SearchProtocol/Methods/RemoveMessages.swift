package import JSON

/// The articles to remove.
package struct RemoveParams: Hashable, Sendable {
    /// Their ids.
    package var ids: [String]?
    /// Absolute paths of the files or folders that they came from.
    package var paths: [String]?
    /// The token of `$/progress` notifications; without it none are sent.
    package var progressToken: RequestID?

    /// Creates parameters from ids, paths or both.
    package init(
        ids: [String]? = nil, paths: [String]? = nil, progressToken: RequestID? = nil
    ) {
        self.ids = ids
        self.paths = paths
        self.progressToken = progressToken
    }
}

extension RemoveParams: JSONRecord {
    package static var blank: RemoveParams { RemoveParams() }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.optional("ids", &ids, "The ids of articles")
        try visitor.optional("paths", &paths, "Absolute paths of files and folders")
        try visitor.optional("progressToken", &progressToken, ParameterSummary.progressToken)
    }

    package func validate() throws(JSONMismatch) {
        guard ids != nil || paths != nil else { throw JSONMismatch(reason: "expected ids or paths") }
    }
}

/// The result of removing articles.
package struct RemoveResult: Hashable, Sendable {
    /// The number of articles removed.
    package var removed: Int
    /// The ids and paths for which there was no article.
    package var missing: [String]

    /// Creates a result from a count and what was missing.
    package init(
        removed: Int, missing: [String] = []
    ) {
        self.removed = removed
        self.missing = missing
    }
}

extension RemoveResult: JSONRecord {
    package static var blank: RemoveResult { RemoveResult(removed: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("removed", &removed)
        try visitor.required("missing", &missing)
    }
}
