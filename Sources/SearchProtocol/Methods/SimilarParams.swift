package import JSON

/// The article for which to find similar ones.
package struct SimilarParams: Hashable, Sendable {
    /// The article's id in the index.
    package var id: String
    /// The number of hits to return; 10 when not given.
    package var limit: Int?
    /// The number of hits to skip; 0 when not given.
    package var offset: Int?
    /// Whether to return a snippet of the text around the match.
    package var snippets: Bool?
    /// The time limit in milliseconds.
    package var deadlineMs: Int?

    /// Creates parameters; omitted ones have the daemon's defaults.
    package init(
        id: String, limit: Int? = nil, offset: Int? = nil, snippets: Bool? = nil, deadlineMs: Int? = nil
    ) {
        self.id = id
        self.limit = limit
        self.offset = offset
        self.snippets = snippets
        self.deadlineMs = deadlineMs
    }
}

extension SimilarParams: JSONRecord {
    package static var blank: SimilarParams { SimilarParams(id: "") }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("id", &id, "The id of the article")
        try visitor.optional("limit", &limit, ParameterSummary.limit)
        try visitor.optional("offset", &offset, ParameterSummary.offset)
        try visitor.optional("snippets", &snippets, ParameterSummary.snippets)
        try visitor.optional("deadlineMs", &deadlineMs, ParameterSummary.deadlineMs)
    }
}
