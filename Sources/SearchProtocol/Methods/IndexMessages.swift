package import JSON

/// Articles to add or update: exactly one of the two lists.
package struct IndexParams: Hashable, Sendable {
    /// Articles as in JSON Lines, each an object.
    package var articles: [JSONValue]?
    /// Absolute paths of files and folders; or `-` alone, for the connection's input (see `InputParams`).
    package var paths: [String]?
    /// The token of `$/progress` notifications; without it none are sent.
    package var progressToken: RequestID?
    /// Whether more articles of the same run follow immediately: these are then durable when the last request is
    /// answered.
    package var more: Bool?
    /// Whether articles stay that are gone from their file, or whose file is gone from a folder among the paths.
    package var keepMissing: Bool?

    /// Creates parameters from articles or paths.
    package init(
        articles: [JSONValue]? = nil, paths: [String]? = nil, progressToken: RequestID? = nil,
        more: Bool? = nil, keepMissing: Bool? = nil
    ) {
        self.articles = articles
        self.paths = paths
        self.progressToken = progressToken
        self.more = more
        self.keepMissing = keepMissing
    }
}

extension IndexParams: JSONRecord {
    package static var blank: IndexParams { IndexParams() }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.oneOf("articles", &articles, "The articles, as JSON objects")
        try visitor.oneOf(
            "paths", &paths, "Absolute paths of files and folders, or - alone for the input of the connection")
        try visitor.optional("progressToken", &progressToken, ParameterSummary.progressToken)
        try visitor.optional("more", &more, "Whether more articles of the same run follow in another request")
        try visitor.optional(
            "keepMissing", &keepMissing, "Whether articles stay that are gone from their file, or whose file is gone")
    }

    package func validate() throws(JSONMismatch) {
        guard (articles == nil) != (paths == nil) else {
            throw JSONMismatch(reason: "expected one of articles and paths")
        }
        if let index = articles?.firstIndex(where: { $0.kind != .object }), let article = articles?[index] {
            throw JSONMismatch(expected: "an object", found: article).under(index: index).under(key: "articles")
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
    /// The number of articles removed because they are gone from their file, or their file from its folder.
    package var removed: Int
    /// What could not be indexed.
    package var failed: [IndexFailure]
    /// The articles whose date could not be read; nil where there are none.
    package var unreadDates: UnreadDates?
    /// The time it took, in seconds.
    package var seconds: Double

    /// Creates a result.
    package init(
        added: Int, updated: Int, unchanged: Int, removed: Int, failed: [IndexFailure] = [],
        unreadDates: UnreadDates? = nil, seconds: Double
    ) {
        self.added = added
        self.updated = updated
        self.unchanged = unchanged
        self.removed = removed
        self.failed = failed
        self.unreadDates = unreadDates
        self.seconds = seconds
    }
}

extension IndexResult {
    /// The result of nothing.
    package static var none: IndexResult { IndexResult(added: 0, updated: 0, unchanged: 0, removed: 0, seconds: 0) }

    /// The number of articles that were read.
    package var articles: Int { added + updated + unchanged }

    /// Adds the result for more articles.
    package mutating func add(_ other: IndexResult) {
        added += other.added
        updated += other.updated
        unchanged += other.unchanged
        removed += other.removed
        failed += other.failed
        add(other.unreadDates)
        seconds += other.seconds
    }
}

extension IndexResult: JSONRecord {
    package static var blank: IndexResult { .none }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("added", &added)
        try visitor.required("updated", &updated)
        try visitor.required("unchanged", &unchanged)
        try visitor.required("removed", &removed)
        try visitor.required("failed", &failed)
        try visitor.optional("unreadDates", &unreadDates)
        try visitor.required("seconds", &seconds)
    }
}

extension ProtocolError {
    /// The answer to a run that was cancelled: what it had read stays in the index, and the data is the result for that.
    package static func cancelled(after result: IndexResult) -> ProtocolError {
        ProtocolError(
            .cancelled, "the request was cancelled; what was read before stays", data: JSONValue(of: result))
    }

    /// The result for what a cancelled run had read, or nil where the error says none.
    package var resultBeforeCancelling: IndexResult? {
        guard known == .cancelled, let data else { return nil }
        return try? IndexResult(json: data)
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

extension IndexFailure: JSONRecord {
    package static var blank: IndexFailure { IndexFailure(reason: "") }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.optional("path", &path)
        try visitor.optional("line", &line)
        try visitor.required("reason", &reason)
    }
}
