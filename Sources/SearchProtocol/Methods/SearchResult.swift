package import JSON

/// What a search found.
package struct SearchResult: Sendable {
    /// The hits asked for, best first.
    package var hits: [SearchHit]
    /// How many articles fit.
    package var total: SearchTotal
    /// Hits counted by each facet asked for.
    package var facets: JSONEntries<[FacetCount]>?
    /// What the facets do not list, and what their counts are worth.
    package var facetRest: JSONEntries<FacetRest>?
    /// A query that may be what was meant.
    package var suggestion: SearchSuggestion?
    /// Parts of the index that could not answer.
    package var partial: [PartialFailure]?
    /// What the query was understood as, where that was asked for.
    package var explanation: ExplainedQuery?
    /// The revision of the index that answered.
    package var revision: Int
    /// How long it took, in microseconds.
    package var tookMicroseconds: Int

    /// A result.
    package init(
        hits: [SearchHit], total: SearchTotal, facets: JSONEntries<[FacetCount]>? = nil,
        facetRest: JSONEntries<FacetRest>? = nil, suggestion: SearchSuggestion? = nil, partial: [PartialFailure]? = nil,
        explanation: ExplainedQuery? = nil,
        revision: Int, tookMicroseconds: Int
    ) {
        self.hits = hits
        self.total = total
        self.facets = facets
        self.facetRest = facetRest
        self.suggestion = suggestion
        self.partial = partial
        self.explanation = explanation
        self.revision = revision
        self.tookMicroseconds = tookMicroseconds
    }
}

extension SearchResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        hits = try fields.required("hits")
        total = try fields.required("total")
        facets = try fields.optional("facets")
        facetRest = try fields.optional("facetRest")
        suggestion = try fields.optional("suggestion")
        partial = try fields.optional("partial")
        explanation = try fields.optional("explanation")
        revision = try fields.required("revision")
        tookMicroseconds = try fields.required("tookMicroseconds")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("hits", hits)
            writer.field("total", total)
            writer.field("facets", facets)
            writer.field("facetRest", facetRest)
            writer.field("suggestion", suggestion)
            writer.field("partial", partial)
            writer.field("explanation", explanation)
            writer.field("revision", revision)
            writer.field("tookMicroseconds", tookMicroseconds)
        }
    }
}

/// How many articles fit a query.
package struct SearchTotal: Hashable, Sendable {
    /// The number.
    package var value: Int
    /// Whether the number is exact.
    package var relation: SearchTotalRelation

    /// A number and what it is worth.
    package init(
        value: Int, relation: SearchTotalRelation
    ) {
        self.value = value
        self.relation = relation
    }
}

extension SearchTotal: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        value = try fields.required("value")
        relation = try fields.required("relation")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("value", value)
            writer.field("relation", relation)
        }
    }
}

/// How many hits have one value.
package struct FacetCount: Hashable, Sendable {
    /// The value: a year, a month, a source or an author.
    package var value: String
    /// How many hits have it.
    package var count: Int

    /// A value and its hits.
    package init(
        value: String, count: Int
    ) {
        self.value = value
        self.count = count
    }
}

extension FacetCount: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        value = try fields.required("value")
        count = try fields.required("count")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("value", value)
            writer.field("count", count)
        }
    }
}

/// A query that may be what was meant.
package struct SearchSuggestion: Hashable, Sendable {
    /// The other query.
    package var query: String
    /// Why it is offered.
    package var reason: String

    /// A query and why it is offered.
    package init(
        query: String, reason: String
    ) {
        self.query = query
        self.reason = reason
    }
}

extension SearchSuggestion: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        query = try fields.required("query")
        reason = try fields.required("reason")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("query", query)
            writer.field("reason", reason)
        }
    }
}

/// A part of the index that could not answer.
package struct PartialFailure: Hashable, Sendable {
    /// The part's name.
    package var shard: String
    /// Why it could not answer.
    package var reason: String

    /// A part and the reason.
    package init(
        shard: String, reason: String
    ) {
        self.shard = shard
        self.reason = reason
    }
}

extension PartialFailure: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        shard = try fields.required("shard")
        reason = try fields.required("reason")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("shard", shard)
            writer.field("reason", reason)
        }
    }
}

/// What a total is worth.
package enum SearchTotalRelation: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    case exact, atLeast
}
