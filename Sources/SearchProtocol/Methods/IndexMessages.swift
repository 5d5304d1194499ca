package import JSON

/// Articles to add or update: exactly one of the two lists.
package struct IndexParams: Hashable, Sendable {
    /// Articles as in JSON Lines, each an object.
    package var articles: [JSONValue]?
    /// Absolute paths of files and folders.
    package var paths: [String]?
    /// What `$/progress` notifications carry; none are sent without it.
    package var progressToken: RequestID?
    /// Whether more articles of the same run follow at once: these are then durable when the last request is answered.
    package var more: Bool?

    /// Articles or paths to index.
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

/// What came of indexing.
package struct IndexResult: Hashable, Sendable {
    /// Articles that were new.
    package var added: Int
    /// Articles that replaced older ones.
    package var updated: Int
    /// Articles that stood there already.
    package var unchanged: Int
    /// Articles taken out because their file is gone.
    package var removed: Int
    /// What could not be indexed.
    package var failed: [IndexFailure]
    /// How long it took, in seconds.
    package var seconds: Double

    /// Counts, failures and time.
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
    /// The line, counted from 0, or the article's place in the request; nil for a whole file.
    package var line: Int?
    /// Why it could not be indexed.
    package var reason: String

    /// A place and a reason.
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
