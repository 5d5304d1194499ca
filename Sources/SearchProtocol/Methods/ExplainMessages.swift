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

extension ExplainParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        query = try fields.required("query")
        id = try fields.optional("id")
        since = try fields.optional("since")
        until = try fields.optional("until")
        match = try fields.optional("match")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("query", query)
            writer.field("id", id)
            writer.field("since", since)
            writer.field("until", until)
            writer.field("match", match)
        }
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

extension ExplainResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        explanation = try fields.required("explanation")
        hit = try fields.optional("hit")
        position = try fields.optional("position")
        total = try fields.required("total")
        revision = try fields.required("revision")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("explanation", explanation)
            writer.field("hit", hit)
            writer.field("position", position)
            writer.field("total", total)
            writer.field("revision", revision)
        }
    }
}
