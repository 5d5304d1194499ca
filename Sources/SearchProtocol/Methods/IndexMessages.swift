package import JSON

/// Articles to add or update: exactly one of the two lists.
package struct IndexParams: Hashable, Sendable {
    /// Articles as in JSON Lines, each an object.
    package var articles: [JSONValue]?
    /// Absolute paths of files and folders.
    package var paths: [String]?
    /// The token of `$/progress` notifications; without it none are sent.
    package var progressToken: RequestID?
    /// Whether more articles of the same run follow immediately: these are then durable when the last request is
    /// answered.
    package var more: Bool?

    /// Creates parameters from articles or paths.
    package init(
        articles: [JSONValue]? = nil, paths: [String]? = nil, progressToken: RequestID? = nil,
        more: Bool? = nil
    ) {
        self.articles = articles
        self.paths = paths
        self.progressToken = progressToken
        self.more = more
    }
}

extension IndexParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        articles = try fields.optional("articles")
        paths = try fields.optional("paths")
        progressToken = try fields.optional("progressToken")
        more = try fields.optional("more")
        try fields.end()
        guard (articles == nil) != (paths == nil) else {
            throw JSONMismatch(reason: "expected one of articles and paths")
        }
        if let index = articles?.firstIndex(where: { $0.kind != .object }), let article = articles?[index] {
            throw JSONMismatch(expected: "an object", found: article).under(index: index).under(key: "articles")
        }
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("articles", articles)
            writer.field("paths", paths)
            writer.field("progressToken", progressToken)
            writer.field("more", more)
        }
    }
}

/// The result of indexing.
package struct IndexResult: Hashable, Sendable {
    /// The number of new articles.
    package var added: Int
    /// The number of articles that replaced older ones.
    package var updated: Int
    /// The number of articles that were in the index already.
    package var unchanged: Int
    /// The number of articles removed because their file is gone.
    package var removed: Int
    /// What could not be indexed.
    package var failed: [IndexFailure]
    /// The time it took, in seconds.
    package var seconds: Double

    /// Creates a result.
    package init(
        added: Int, updated: Int, unchanged: Int, removed: Int, failed: [IndexFailure] = [], seconds: Double
    ) {
        self.added = added
        self.updated = updated
        self.unchanged = unchanged
        self.removed = removed
        self.failed = failed
        self.seconds = seconds
    }
}

extension IndexResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        added = try fields.required("added")
        updated = try fields.required("updated")
        unchanged = try fields.required("unchanged")
        removed = try fields.required("removed")
        failed = try fields.required("failed")
        seconds = try fields.required("seconds")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("added", added)
            writer.field("updated", updated)
            writer.field("unchanged", unchanged)
            writer.field("removed", removed)
            writer.field("failed", failed)
            writer.field("seconds", seconds)
        }
    }
}

/// A file or a line that could not be indexed.
package struct IndexFailure: Hashable, Sendable {
    /// The file; nil for an article given in the request.
    package var path: String?
    /// The line, counted from 0, or the article's position in the request; nil for a whole file.
    package var line: Int?
    /// Why it could not be indexed.
    package var reason: String

    /// Creates a failure from a location and a reason.
    package init(
        path: String? = nil, line: Int? = nil, reason: String
    ) {
        self.path = path
        self.line = line
        self.reason = reason
    }
}

extension IndexFailure: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        path = try fields.optional("path")
        line = try fields.optional("line")
        reason = try fields.required("reason")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("path", path)
            writer.field("line", line)
            writer.field("reason", reason)
        }
    }
}
