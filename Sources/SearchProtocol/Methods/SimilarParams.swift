package import JSON

/// Which article to find others like.
package struct SimilarParams: Hashable, Sendable {
    /// What names the article in the index.
    package var id: String
    /// How many hits to give; 10 when not given.
    package var limit: Int?
    /// How many hits to leave out first; 0 when not given.
    package var offset: Int?
    /// Whether to give a piece of the text around the match.
    package var snippets: Bool?
    /// How long it may take, in milliseconds.
    package var deadlineMs: Int?

    /// Articles like one; what is not given is the daemon's default.
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
