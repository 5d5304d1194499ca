package import JSON

/// The state of the index and the daemon.
package struct StatusResult: Sendable {
    /// The number of articles in the index.
    package var articles: Int
    /// The number of articles that are not sealed yet: `compact` would make them smaller.
    package var liveArticles: Int?
    /// The number of removed or replaced articles that still take up space among the sealed ones.
    package var removedArticles: Int?
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

extension StatusResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        articles = try fields.required("articles")
        liveArticles = try fields.optional("liveArticles")
        removedArticles = try fields.optional("removedArticles")
        revision = try fields.required("revision")
        generation = try fields.required("generation")
        schemaVersion = try fields.required("schemaVersion")
        indexPath = try fields.required("indexPath")
        bytes = try fields.required("bytes")
        uptimeSeconds = try fields.optional("uptimeSeconds")
        process = try fields.optional("process")
        version = try fields.optional("version")
        idleExitSeconds = try fields.optional("idleExitSeconds")
        memory = try fields.optional("memory")
        connections = try fields.optional("connections")
        errors = try fields.optional("errors")
        errorCounts = try fields.optional("errorCounts")
        recentLatency = try fields.optional("recentLatency")
        limits = try fields.optional("limits")
        latency = try fields.optional("latency")
        queue = try fields.optional("queue")
        indexing = try fields.optional("indexing")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("articles", articles)
            writer.field("liveArticles", liveArticles)
            writer.field("removedArticles", removedArticles)
            writer.field("revision", revision)
            writer.field("generation", generation)
            writer.field("schemaVersion", schemaVersion)
            writer.field("indexPath", indexPath)
            writer.field("bytes", bytes)
            writer.field("uptimeSeconds", uptimeSeconds)
            writer.field("process", process)
            writer.field("version", version)
            writer.field("idleExitSeconds", idleExitSeconds)
            writer.field("memory", memory)
            writer.field("connections", connections)
            writer.field("errors", errors)
            writer.field("errorCounts", errorCounts)
            writer.field("recentLatency", recentLatency)
            writer.field("limits", limits)
            writer.field("latency", latency)
            writer.field("queue", queue)
            writer.field("indexing", indexing)
        }
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

extension LatencySummary: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        count = try fields.required("count")
        p50Microseconds = try fields.required("p50Microseconds")
        p95Microseconds = try fields.required("p95Microseconds")
        p99Microseconds = try fields.required("p99Microseconds")
        maxMicroseconds = try fields.required("maxMicroseconds")
        totalMicroseconds = try fields.required("totalMicroseconds")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("count", count)
            writer.field("p50Microseconds", p50Microseconds)
            writer.field("p95Microseconds", p95Microseconds)
            writer.field("p99Microseconds", p99Microseconds)
            writer.field("maxMicroseconds", maxMicroseconds)
            writer.field("totalMicroseconds", totalMicroseconds)
        }
    }
}
