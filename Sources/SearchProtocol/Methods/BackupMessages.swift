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

extension BackupParams: JSONRecord {
    package static var blank: BackupParams { BackupParams(path: "") }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("path", &path, "The absolute path of the folder of the copy, which a backup creates")
        try visitor.optional("progressToken", &progressToken, ParameterSummary.progressToken)
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

extension BackupResult: JSONRecord {
    package static var blank: BackupResult { BackupResult(path: "", articles: 0, revision: 0, generation: 0, bytes: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("path", &path)
        try visitor.required("articles", &articles)
        try visitor.required("revision", &revision)
        try visitor.required("generation", &generation)
        try visitor.required("bytes", &bytes)
    }
}
