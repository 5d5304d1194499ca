package import JSON

/// Where to copy the index to, or which backup to restore.
package struct BackupParams: Hashable, Sendable {
    /// The absolute path of the folder that becomes the copy and does not exist yet or is empty; of a backup to be restored, its folder.
    package var path: String
    /// The token of `$/progress` notifications; without it none are sent.
    package var progressToken: RequestID?

    /// Creates parameters from a folder.
    package init(path: String, progressToken: RequestID? = nil) {
        self.path = path
        self.progressToken = progressToken
    }
}

extension BackupParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        path = try fields.required("path")
        progressToken = try fields.optional("progressToken")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("path", path)
            writer.field("progressToken", progressToken)
        }
    }
}

/// The result of a backup or of restoring one.
package struct BackupResult: Hashable, Sendable {
    /// The folder that was written.
    package var path: String
    /// The number of articles in it.
    package var articles: Int
    /// The revision that was copied.
    package var revision: Int
    /// The number of the generation in it.
    package var generation: Int
    /// Its size, in bytes.
    package var bytes: Int

    /// Creates a result.
    package init(path: String, articles: Int, revision: Int, generation: Int, bytes: Int) {
        self.path = path
        self.articles = articles
        self.revision = revision
        self.generation = generation
        self.bytes = bytes
    }
}

extension BackupResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        path = try fields.required("path")
        articles = try fields.required("articles")
        revision = try fields.required("revision")
        generation = try fields.required("generation")
        bytes = try fields.required("bytes")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("path", path)
            writer.field("articles", articles)
            writer.field("revision", revision)
            writer.field("generation", generation)
            writer.field("bytes", bytes)
        }
    }
}
