package import JSON

/// The limits of a daemon; configurable, and reported by `status`.
package struct Limits: Hashable, Sendable {
    /// The maximum size of a message in bytes.
    package var frameBytes: Int
    /// The maximum number of concurrent connections.
    package var connections: Int
    /// The maximum number of requests in flight on one connection.
    package var requestsInFlight: Int
    /// The maximum sum of `limit` and `offset` of a search.
    package var window: Int
    /// The time limit of a search whose request gives none, in milliseconds.
    package var deadlineMs: Int
    /// The maximum number of requests of all connections that wait for a reader.
    package var queuedRequests: Int
    /// The maximum time in which a message must arrive once it has begun, in milliseconds.
    package var frameTimeMs: Int
    /// The maximum time for which a client may leave answers unread, in milliseconds.
    package var readTimeMs: Int
    /// The maximum size of an answer in bytes.
    package var resultBytes: Int
    /// The maximum number of bytes that wait for one client to read them.
    package var outputBytes: Int
    /// The daemon's own memory in bytes above which it accepts no work that needs more.
    package var memoryBytes: Int

    /// Creates limits; omitted ones have the contract's defaults.
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
