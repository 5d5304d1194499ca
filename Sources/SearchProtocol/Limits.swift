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

extension Limits: JSONRecord {
    package static var blank: Limits { Limits() }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("frameBytes", &frameBytes)
        try visitor.required("connections", &connections)
        try visitor.required("requestsInFlight", &requestsInFlight)
        try visitor.required("window", &window)
        try visitor.required("deadlineMs", &deadlineMs)
        try visitor.required("queuedRequests", &queuedRequests)
        try visitor.required("frameTimeMs", &frameTimeMs)
        try visitor.required("readTimeMs", &readTimeMs)
        try visitor.required("resultBytes", &resultBytes)
        try visitor.required("outputBytes", &outputBytes)
        try visitor.required("memoryBytes", &memoryBytes)
    }
}
