package import JSON

/// The state of the index and the daemon.
package struct StatusResult: Sendable {
    /// The number of articles in the index.
    package var articles: Int
    /// The number of articles that are not sealed yet: `compact` would make them smaller.
    package var liveArticles: Int?
    /// The number of removed or replaced articles that still take up space among the sealed ones.
    package var removedArticles: Int?
    /// The number of articles whose day was computed for another time zone than the configured one; nil for none.
    ///
    /// `rebuild` computes it again.
    package var articlesOfOtherTimeZone: Int?
    /// The revision that searches see.
    package var revision: Int
    /// The generation of the index's files.
    package var generation: Int
    /// The version of the terms and slots.
    package var schemaVersion: Int
    /// The index's folder, absolute.
    package var indexPath: String
    /// The size of the index on disk, in bytes.
    package var bytes: Int
    /// The time for which the daemon has been running, in seconds.
    package var uptimeSeconds: Int?
    /// The id of the daemon's process.
    package var process: Int?
    /// The daemon's version.
    package var version: String?
    /// The number of idle seconds after which the daemon exits; nil where it never does.
    package var idleExitSeconds: Int?
    /// The memory that the daemon uses.
    package var memory: MemoryStatus?
    /// The numbers of current and past connections.
    package var connections: ConnectionFigures?
    /// The last errors, the latest at the end.
    package var errors: [ErrorEvent]?
    /// The number of errors since the start, by name.
    package var errorCounts: JSONEntries<Int>?
    /// The latencies of requests in the last five minutes, by method.
    package var recentLatency: JSONEntries<LatencySummary>?
    /// The limits of the daemon.
    package var limits: Limits?
    /// The latencies of requests since the start, by method.
    package var latency: JSONEntries<LatencySummary>?
    /// The load of the search threads.
    package var queue: QueueSummary?
    /// Whether the index is being written, and why not.
    package var indexing: IndexingStatus?

    /// Creates a status; values that only a daemon knows may be nil.
    package init(
        articles: Int, revision: Int, generation: Int, schemaVersion: Int, indexPath: String, bytes: Int,
        uptimeSeconds: Int? = nil, limits: Limits? = nil, latency: JSONEntries<LatencySummary>? = nil,
        queue: QueueSummary? = nil
    ) {
        self.articles = articles
        self.revision = revision
        self.generation = generation
        self.schemaVersion = schemaVersion
        self.indexPath = indexPath
        self.bytes = bytes
        self.uptimeSeconds = uptimeSeconds
        self.limits = limits
        self.latency = latency
        self.queue = queue
    }
}

extension StatusResult: JSONRecord {
    package static var blank: StatusResult {
        StatusResult(articles: 0, revision: 0, generation: 0, schemaVersion: 0, indexPath: "", bytes: 0)
    }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("articles", &articles)
        try visitor.optional("liveArticles", &liveArticles)
        try visitor.optional("removedArticles", &removedArticles)
        try visitor.optional("articlesOfOtherTimeZone", &articlesOfOtherTimeZone)
        try visitor.required("revision", &revision)
        try visitor.required("generation", &generation)
        try visitor.required("schemaVersion", &schemaVersion)
        try visitor.required("indexPath", &indexPath)
        try visitor.required("bytes", &bytes)
        try visitor.optional("uptimeSeconds", &uptimeSeconds)
        try visitor.optional("process", &process)
        try visitor.optional("version", &version)
        try visitor.optional("idleExitSeconds", &idleExitSeconds)
        try visitor.optional("memory", &memory)
        try visitor.optional("connections", &connections)
        try visitor.optional("errors", &errors)
        try visitor.optional("errorCounts", &errorCounts)
        try visitor.optional("recentLatency", &recentLatency)
        try visitor.optional("limits", &limits)
        try visitor.optional("latency", &latency)
        try visitor.optional("queue", &queue)
        try visitor.optional("indexing", &indexing)
    }
}

/// The latencies of the requests of one method.
package struct LatencySummary: Hashable, Sendable {
    /// The number of requests measured.
    package var count: Int
    /// The median, in microseconds.
    package var p50Microseconds: Int
    /// The 95th percentile, in microseconds.
    package var p95Microseconds: Int
    /// The 99th percentile, in microseconds.
    package var p99Microseconds: Int
    /// The maximum, in microseconds.
    package var maxMicroseconds: Int
    /// The sum, in microseconds.
    package var totalMicroseconds: Int

    /// Creates a summary of one method.
    package init(
        count: Int, p50Microseconds: Int, p95Microseconds: Int, p99Microseconds: Int, maxMicroseconds: Int,
        totalMicroseconds: Int
    ) {
        self.count = count
        self.p50Microseconds = p50Microseconds
        self.p95Microseconds = p95Microseconds
        self.p99Microseconds = p99Microseconds
        self.maxMicroseconds = maxMicroseconds
        self.totalMicroseconds = totalMicroseconds
    }
}

extension LatencySummary: JSONRecord {
    package static var blank: LatencySummary {
        LatencySummary(
            count: 0, p50Microseconds: 0, p95Microseconds: 0, p99Microseconds: 0, maxMicroseconds: 0,
            totalMicroseconds: 0)
    }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("count", &count)
        try visitor.required("p50Microseconds", &p50Microseconds)
        try visitor.required("p95Microseconds", &p95Microseconds)
        try visitor.required("p99Microseconds", &p99Microseconds)
        try visitor.required("maxMicroseconds", &maxMicroseconds)
        try visitor.required("totalMicroseconds", &totalMicroseconds)
    }
}
