package import JSON

/// What to search for.
package struct SearchParams: Hashable, Sendable {
    /// The query, as typed.
    package var query: String
    /// How many hits to give; 10 when not given.
    package var limit: Int?
    /// How many hits to leave out first; 0 when not given.
    package var offset: Int?
    /// The order of the hits; relevance when not given.
    package var sort: SearchSort?
    /// A date before which nothing is wanted, in any form that a query knows.
    package var since: String?
    /// A date after which nothing is wanted, that day included.
    package var until: String?
    /// Whether every word must be there; auto when not given.
    package var match: SearchMatch?
    /// What to count the hits by.
    package var facets: [SearchFacet]?
    /// Whether to give a piece of the text around the match.
    package var snippets: Bool?
    /// Whether to say how the score came about.
    package var explain: Bool?
    /// Whether the last word may be unfinished.
    package var asYouType: Bool?
    /// How long the search may take, in milliseconds.
    package var deadlineMs: Int?
    /// The revision of the first page, so that this page fits to it.
    package var revision: Int?
    /// How many articles are counted before the total is given as "at least"; 10,000 when not given.
    package var countTo: Int?

    /// A search; what is not given is the daemon's default.
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

extension SearchParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        query = try fields.required("query")
        limit = try fields.optional("limit")
        offset = try fields.optional("offset")
        sort = try fields.optional("sort")
        since = try fields.optional("since")
        until = try fields.optional("until")
        match = try fields.optional("match")
        facets = try fields.optional("facets")
        snippets = try fields.optional("snippets")
        explain = try fields.optional("explain")
        asYouType = try fields.optional("asYouType")
        deadlineMs = try fields.optional("deadlineMs")
        revision = try fields.optional("revision")
        countTo = try fields.optional("countTo")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("query", query)
            writer.field("limit", limit)
            writer.field("offset", offset)
            writer.field("sort", sort)
            writer.field("since", since)
            writer.field("until", until)
            writer.field("match", match)
            writer.field("facets", facets)
            writer.field("snippets", snippets)
            writer.field("explain", explain)
            writer.field("asYouType", asYouType)
            writer.field("deadlineMs", deadlineMs)
            writer.field("revision", revision)
            writer.field("countTo", countTo)
        }
    }
}

/// The order of hits.
package enum SearchSort: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    case relevance, newest, oldest
}

/// Whether every word of a query must be there.
package enum SearchMatch: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    case auto, all, any
}

/// What hits can be counted by.
package enum SearchFacet: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    case year, month, source, author
}
