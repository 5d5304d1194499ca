package import JSON

/// The query to explain, and the article whose rank to explain.
package struct ExplainParams: Hashable, Sendable {
    /// The query, as typed.
    package var query: String
    /// The article in question; without one only the query is explained.
    package var id: String?
    /// The earliest date of matching articles, in any form that a query accepts.
    package var since: String?
    /// The latest date of matching articles, that day included.
    package var until: String?
    /// Whether every word must match; auto when not given.
    package var match: SearchMatch?

    /// Creates parameters from a query and, optionally, an article.
    package init(
        query: String, id: String? = nil, since: String? = nil, until: String? = nil, match: SearchMatch? = nil
    ) {
        self.query = query
        self.id = id
        self.since = since
        self.until = until
        self.match = match
    }
}

extension ExplainParams: JSONRecord {
    package static var blank: ExplainParams { ExplainParams(query: "") }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("query", &query, ParameterSummary.query)
        try visitor.optional("id", &id, "The id of an article to explain the place of")
        try visitor.optional("since", &since, ParameterSummary.since)
        try visitor.optional("until", &until, ParameterSummary.until)
        try visitor.optional("match", &match, ParameterSummary.match)
    }
}

/// The interpretation of a query, and the rank of an article in its answer.
package struct ExplainResult: Hashable, Sendable {
    /// The interpretation of the query.
    package var explanation: ExplainedQuery
    /// The article in question with its explanation, where it matches.
    package var hit: SearchHit?
    /// The article's position among the hits, counted from 1; nil after the first hundred.
    package var position: Int?
    /// The number of articles that match.
    package var total: SearchTotal
    /// The revision of the index that answered.
    package var revision: Int

    /// Creates a result.
    package init(
        explanation: ExplainedQuery, hit: SearchHit? = nil, position: Int? = nil, total: SearchTotal, revision: Int
    ) {
        self.explanation = explanation
        self.hit = hit
        self.position = position
        self.total = total
        self.revision = revision
    }
}

extension ExplainResult: JSONRecord {
    package static var blank: ExplainResult { ExplainResult(explanation: .blank, total: .blank, revision: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("explanation", &explanation)
        try visitor.optional("hit", &hit)
        try visitor.optional("position", &position)
        try visitor.required("total", &total)
        try visitor.required("revision", &revision)
    }
}
