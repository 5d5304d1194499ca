package import JSON

/// What a daemon accepts; configurable, and reported by `status`.
package struct Limits: Hashable, Sendable {
    /// The longest message, in bytes.
    package var frameBytes: Int
    /// Connections at once.
    package var connections: Int
    /// Requests in flight on one connection.
    package var requestsInFlight: Int
    /// The largest sum of `limit` and `offset` of a search.
    package var window: Int
    /// How long a search may take where the request does not say, in milliseconds.
    package var deadlineMs: Int
    /// Requests of all connections that wait for a reader.
    package var queuedRequests: Int
    /// How long a message may take to arrive once it has begun, in milliseconds.
    package var frameTimeMs: Int
    /// How long a client may leave answers unread, in milliseconds.
    package var readTimeMs: Int
    /// The largest answer, in bytes.
    package var resultBytes: Int
    /// How many bytes may wait for one client to read them.
    package var outputBytes: Int
    /// The memory of its own, in bytes, above which the daemon takes no work that needs more.
    package var memoryBytes: Int

    /// Limits; what is not given is the contract's default.
    package init(
        frameBytes: Int = 1 << 20, connections: Int = 256, requestsInFlight: Int = 64, window: Int = 10_000,
        deadlineMs: Int = 5_000, queuedRequests: Int = 1_024, frameTimeMs: Int = 30_000, readTimeMs: Int = 60_000,
        resultBytes: Int = 64 << 20, outputBytes: Int = 64 << 20, memoryBytes: Int = 2 << 30
    ) {
        self.frameBytes = frameBytes
        self.connections = connections
        self.requestsInFlight = requestsInFlight
        self.window = window
        self.deadlineMs = deadlineMs
        self.queuedRequests = queuedRequests
        self.frameTimeMs = frameTimeMs
        self.readTimeMs = readTimeMs
        self.resultBytes = resultBytes
        self.outputBytes = outputBytes
        self.memoryBytes = memoryBytes
    }
}

extension Limits: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        frameBytes = try fields.required("frameBytes")
        connections = try fields.required("connections")
        requestsInFlight = try fields.required("requestsInFlight")
        window = try fields.required("window")
        deadlineMs = try fields.required("deadlineMs")
        queuedRequests = try fields.required("queuedRequests")
        frameTimeMs = try fields.required("frameTimeMs")
        readTimeMs = try fields.required("readTimeMs")
        resultBytes = try fields.required("resultBytes")
        outputBytes = try fields.required("outputBytes")
        memoryBytes = try fields.required("memoryBytes")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("frameBytes", frameBytes)
            writer.field("connections", connections)
            writer.field("requestsInFlight", requestsInFlight)
            writer.field("window", window)
            writer.field("deadlineMs", deadlineMs)
            writer.field("queuedRequests", queuedRequests)
            writer.field("frameTimeMs", frameTimeMs)
            writer.field("readTimeMs", readTimeMs)
            writer.field("resultBytes", resultBytes)
            writer.field("outputBytes", outputBytes)
            writer.field("memoryBytes", memoryBytes)
        }
    }
}
