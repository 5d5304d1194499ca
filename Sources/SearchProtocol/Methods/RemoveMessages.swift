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

extension RemoveParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        ids = try fields.optional("ids")
        paths = try fields.optional("paths")
        progressToken = try fields.optional("progressToken")
        try fields.end()
        guard ids != nil || paths != nil else { throw JSONMismatch(reason: "expected ids or paths") }
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("ids", ids)
            writer.field("paths", paths)
            writer.field("progressToken", progressToken)
        }
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

extension RemoveResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        removed = try fields.required("removed")
        missing = try fields.required("missing")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("removed", removed)
            writer.field("missing", missing)
        }
    }
}
