package import JSON

/// The parameters of a long request that has no others.
package struct ProgressTokenParams: Hashable, Sendable {
    /// The token of `$/progress` notifications; without it none are sent.
    package var progressToken: RequestID?

    /// Creates parameters with a token, or none.
    package init(progressToken: RequestID? = nil) {
        self.progressToken = progressToken
    }
}

extension ProgressTokenParams: JSONRecord {
    package static var blank: ProgressTokenParams { ProgressTokenParams() }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.optional("progressToken", &progressToken, ParameterSummary.progressToken)
    }
}

/// The result of compacting.
package struct CompactResult: Hashable, Sendable {
    /// The number of articles in the index.
    package var articles: Int
    /// The number of the new generation.
    package var generation: Int
    /// The size of the index before, in bytes.
    package var bytesBefore: Int
    /// Its size now, in bytes.
    package var bytes: Int

    /// Creates a result.
    package init(articles: Int, generation: Int, bytesBefore: Int, bytes: Int) {
        self.articles = articles
        self.generation = generation
        self.bytesBefore = bytesBefore
        self.bytes = bytes
    }
}

extension CompactResult: JSONRecord {
    package static var blank: CompactResult { CompactResult(articles: 0, generation: 0, bytesBefore: 0, bytes: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("articles", &articles)
        try visitor.required("generation", &generation)
        try visitor.required("bytesBefore", &bytesBefore)
        try visitor.required("bytes", &bytes)
    }
}

/// The result of a rebuild.
package struct RebuildResult: Hashable, Sendable {
    /// The number of articles in the index.
    package var articles: Int
    /// The number of stored articles that could not be read.
    package var lost: Int
    /// Their identification: an id, a file or a number each, at most `mostNamed`.
    package var unreadable: [String]

    /// What else the client has to know, one line each; not written where there is nothing.
    package var notes: [String]

    /// The maximum number of unreadable articles that are named.
    package static let mostNamed = 1_000

    /// Creates a result from two counts and some names.
    package init(articles: Int, lost: Int, unreadable: [String] = [], notes: [String] = []) {
        self.articles = articles
        self.lost = lost
        self.unreadable = unreadable
        self.notes = notes
    }
}

extension RebuildResult: JSONRecord {
    package static var blank: RebuildResult { RebuildResult(articles: 0, lost: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("articles", &articles)
        try visitor.required("lost", &lost)
        // Earlier daemons did not name them.
        var named: [String]? = unreadable
        try visitor.optional("unreadable", &named)
        unreadable = named ?? []
        var remarks: [String]? = notes.isEmpty ? nil : notes
        try visitor.optional("notes", &remarks)
        notes = remarks ?? []
    }
}
