package import JSON

/// The parameters of a long request that has no others.
package struct ProgressTokenParams: Hashable, Sendable {
    /// The token of `$/progress` notifications; without it none are sent.
    package var progressToken: RequestID?

    /// Creates parameters with a token, or none.
    package init(progressToken: RequestID? = nil) {
        self.progressToken = progressToken
    }
}

extension ProgressTokenParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        progressToken = try fields.optional("progressToken")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in writer.field("progressToken", progressToken) }
    }
}

/// The result of compacting.
package struct CompactResult: Hashable, Sendable {
    /// The number of articles in the index.
    package var articles: Int
    /// The number of the new generation.
    package var generation: Int
    /// The size of the index before, in bytes.
    package var bytesBefore: Int
    /// Its size now, in bytes.
    package var bytes: Int

    /// Creates a result.
    package init(articles: Int, generation: Int, bytesBefore: Int, bytes: Int) {
        self.articles = articles
        self.generation = generation
        self.bytesBefore = bytesBefore
        self.bytes = bytes
    }
}

extension CompactResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        articles = try fields.required("articles")
        generation = try fields.required("generation")
        bytesBefore = try fields.required("bytesBefore")
        bytes = try fields.required("bytes")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("articles", articles)
            writer.field("generation", generation)
            writer.field("bytesBefore", bytesBefore)
            writer.field("bytes", bytes)
        }
    }
}

/// The result of a rebuild.
package struct RebuildResult: Hashable, Sendable {
    /// The number of articles in the index.
    package var articles: Int
    /// The number of stored articles that could not be read.
    package var lost: Int
    /// Their identification: an id, a file or a number each, at most `mostNamed`.
    package var unreadable: [String]

    /// The maximum number of unreadable articles that are named.
    package static let mostNamed = 1_000

    /// Creates a result from two counts and some names.
    package init(articles: Int, lost: Int, unreadable: [String] = []) {
        self.articles = articles
        self.lost = lost
        self.unreadable = unreadable
    }
}

extension RebuildResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        articles = try fields.required("articles")
        lost = try fields.required("lost")
        unreadable = try fields.optional("unreadable") ?? []
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("articles", articles)
            writer.field("lost", lost)
            writer.field("unreadable", unreadable)
        }
    }
}
