package import JSON

/// The result of a search.
package struct SearchResult: Sendable {
    /// The requested hits, best first.
    package var hits: [SearchHit]
    /// The number of articles that match.
    package var total: SearchTotal
    /// The hits counted by each requested facet.
    package var facets: JSONEntries<[FacetCount]>?
    /// The counts of values that the facets do not list, and whether the counts are exact.
    package var facetRest: JSONEntries<FacetRest>?
    /// A query that may have been intended.
    package var suggestion: SearchSuggestion?
    /// Parts of the index that could not answer.
    package var partial: [PartialFailure]?
    /// The interpretation of the query, where that was requested.
    package var explanation: ExplainedQuery?
    /// The revision of the index that answered.
    package var revision: Int
    /// The time it took, in microseconds.
    package var tookMicroseconds: Int

    /// Creates a result.
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

/// The number of articles that match a query.
package struct SearchTotal: Hashable, Sendable {
    /// The number.
    package var value: Int
    /// Whether the number is exact.
    package var relation: SearchTotalRelation

    /// Creates a total from a number and its exactness.
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

/// The number of hits with one value.
package struct FacetCount: Hashable, Sendable {
    /// The value: a year, a month, a source or an author.
    package var value: String
    /// The number of hits with the value.
    package var count: Int

    /// Creates a count from a value and its hits.
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

/// A query that may have been intended.
package struct SearchSuggestion: Hashable, Sendable {
    /// The other query.
    package var query: String
    /// The reason why it is offered.
    package var reason: String

    /// Creates a suggestion.
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

    /// Creates a failure from a part and the reason.
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

/// Whether a total is exact or a lower bound.
package enum SearchTotalRelation: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    case exact, atLeast
}
