package import JSON

/// The parameters of a search.
package struct SearchParams: Hashable, Sendable {
    /// The query, as typed.
    package var query: String
    /// The number of hits to return; 10 when not given.
    package var limit: Int?
    /// The number of hits to skip; 0 when not given.
    package var offset: Int?
    /// The order of the hits; relevance when not given.
    package var sort: SearchSort?
    /// The earliest date of matching articles, in any form that a query accepts.
    package var since: String?
    /// The latest date of matching articles, that day included.
    package var until: String?
    /// Whether every word must match; auto when not given.
    package var match: SearchMatch?
    /// The facets by which to count the hits.
    package var facets: [SearchFacet]?
    /// Whether to return a snippet of the text around the match.
    package var snippets: Bool?
    /// Whether to explain the score.
    package var explain: Bool?
    /// Whether the last word may be unfinished.
    package var asYouType: Bool?
    /// The time limit in milliseconds.
    package var deadlineMs: Int?
    /// The revision of the first page, so that this page is consistent with it.
    package var revision: Int?
    /// The number of articles counted before the total is given as "at least"; 10,000 when not given.
    package var countTo: Int?

    /// Creates parameters; omitted ones have the daemon's defaults.
    package init(
        query: String, limit: Int? = nil, offset: Int? = nil, sort: SearchSort? = nil, since: String? = nil,
        until: String? = nil, match: SearchMatch? = nil, facets: [SearchFacet]? = nil, snippets: Bool? = nil,
        explain: Bool? = nil, asYouType: Bool? = nil, deadlineMs: Int? = nil, revision: Int? = nil, countTo: Int? = nil
    ) {
        self.query = query
        self.limit = limit
        self.offset = offset
        self.sort = sort
        self.since = since
        self.until = until
        self.match = match
        self.facets = facets
        self.snippets = snippets
        self.explain = explain
        self.asYouType = asYouType
        self.deadlineMs = deadlineMs
        self.revision = revision
        self.countTo = countTo
    }
}

extension SearchParams: JSONRecord {
    package static var blank: SearchParams { SearchParams(query: "") }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("query", &query, ParameterSummary.query)
        try visitor.optional("limit", &limit, ParameterSummary.limit)
        try visitor.optional("offset", &offset, ParameterSummary.offset)
        try visitor.optional("sort", &sort, "The order of the hits; relevance when not given")
        try visitor.optional("since", &since, ParameterSummary.since)
        try visitor.optional("until", &until, ParameterSummary.until)
        try visitor.optional("match", &match, ParameterSummary.match)
        try visitor.optional("facets", &facets, "What to count the articles by")
        try visitor.optional("snippets", &snippets, ParameterSummary.snippets)
        try visitor.optional("explain", &explain, "Whether to say how each score came about")
        try visitor.optional("asYouType", &asYouType, "Whether the last word may be unfinished")
        try visitor.optional("deadlineMs", &deadlineMs, ParameterSummary.deadlineMs)
        try visitor.optional("revision", &revision, "The revision of the first page, so that this page fits to it")
        try visitor.optional("countTo", &countTo, "How many articles to count before the total is a lower bound")
    }
}

/// The order of hits.
package enum SearchSort: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    case relevance, newest, oldest
}

/// Whether every word of a query must match.
package enum SearchMatch: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    case auto, all, any
}

/// The facets by which hits can be counted.
package enum SearchFacet: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    case year, month, source, author
}
