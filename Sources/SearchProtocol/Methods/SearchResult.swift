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

extension SearchResult: JSONRecord {
    package static var blank: SearchResult { SearchResult(hits: [], total: .blank, revision: 0, tookMicroseconds: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("hits", &hits)
        try visitor.required("total", &total)
        try visitor.optional("facets", &facets)
        try visitor.optional("facetRest", &facetRest)
        try visitor.optional("suggestion", &suggestion)
        try visitor.optional("partial", &partial)
        try visitor.optional("explanation", &explanation)
        try visitor.required("revision", &revision)
        try visitor.required("tookMicroseconds", &tookMicroseconds)
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

extension SearchTotal: JSONRecord {
    package static var blank: SearchTotal { SearchTotal(value: 0, relation: .exact) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("value", &value)
        try visitor.required("relation", &relation)
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

extension FacetCount: JSONRecord {
    package static var blank: FacetCount { FacetCount(value: "", count: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("value", &value)
        try visitor.required("count", &count)
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

extension SearchSuggestion: JSONRecord {
    package static var blank: SearchSuggestion { SearchSuggestion(query: "", reason: "") }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("query", &query)
        try visitor.required("reason", &reason)
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

extension PartialFailure: JSONRecord {
    package static var blank: PartialFailure { PartialFailure(shard: "", reason: "") }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("shard", &shard)
        try visitor.required("reason", &reason)
    }
}

/// Whether a total is exact or a lower bound.
package enum SearchTotalRelation: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    case exact, atLeast
}
