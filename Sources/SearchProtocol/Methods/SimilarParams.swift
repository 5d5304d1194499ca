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

extension SimilarParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        id = try fields.required("id")
        limit = try fields.optional("limit")
        offset = try fields.optional("offset")
        snippets = try fields.optional("snippets")
        deadlineMs = try fields.optional("deadlineMs")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("limit", limit)
            writer.field("offset", offset)
            writer.field("snippets", snippets)
            writer.field("deadlineMs", deadlineMs)
        }
    }
}
