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

    /// Limits; what is not given is the contract's default.
    package init(
        frameBytes: Int = 1 << 20, connections: Int = 256, requestsInFlight: Int = 64, window: Int = 10_000,
        deadlineMs: Int = 5_000, queuedRequests: Int = 1_024
    ) {
        self.frameBytes = frameBytes
        self.connections = connections
        self.requestsInFlight = requestsInFlight
        self.window = window
        self.deadlineMs = deadlineMs
        self.queuedRequests = queuedRequests
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
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("frameBytes", frameBytes)
            writer.field("connections", connections)
            writer.field("requestsInFlight", requestsInFlight)
            writer.field("window", window)
            writer.field("deadlineMs", deadlineMs)
            writer.field("queuedRequests", queuedRequests)
        }
    }
}
