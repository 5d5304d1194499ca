package import JSON

/// The parameters of `initialize`, which describe the client; the method is optional.
package struct InitializeParams: Hashable, Sendable {
    /// The client's name, for the log.
    package var clientName: String?
    /// The position encoding that it requests; UTF-8 when not given.
    package var positionEncoding: PositionEncoding?
    /// Whether a daemon that was started on demand should keep running while it is idle.
    package var keepRunning: Bool?

    /// Creates parameters that describe the client.
    package init(clientName: String? = nil, positionEncoding: PositionEncoding? = nil, keepRunning: Bool? = nil) {
        self.clientName = clientName
        self.positionEncoding = positionEncoding
        self.keepRunning = keepRunning
    }
}

extension InitializeParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        clientName = try fields.optional("clientName")
        positionEncoding = try fields.optional("positionEncoding")
        keepRunning = try fields.optional("keepRunning")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("clientName", clientName)
            writer.field("positionEncoding", positionEncoding)
            writer.field("keepRunning", keepRunning)
        }
    }
}

/// The result of `initialize`, which describes the daemon.
package struct InitializeResult: Hashable, Sendable {
    /// The version of the protocol that this code implements: it increases when a name or a meaning changes.
    package static let currentProtocolVersion = 2

    /// The daemon's name.
    package var name: String
    /// The daemon's version.
    package var version: String
    /// The version of the protocol.
    package var protocolVersion: Int
    /// The encoding of positions from now on.
    package var positionEncoding: PositionEncoding
    /// The names of the methods served, in the protocol's order.
    package var methods: [String]
    /// The folder of the index that is served, so that a client can check whether it is the intended one.
    package var indexPath: String?
    /// The largest message that it takes, in bytes.
    package var frameBytes: Int?

    /// The result of `initialize`, which describes the daemon.
    package init(
        name: String, version: String, protocolVersion: Int = currentProtocolVersion,
        positionEncoding: PositionEncoding, methods: [String], indexPath: String? = nil,
        frameBytes: Int? = nil
    ) {
        self.name = name
        self.version = version
        self.protocolVersion = protocolVersion
        self.positionEncoding = positionEncoding
        self.methods = methods
        self.indexPath = indexPath
        self.frameBytes = frameBytes
    }
}

extension InitializeResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        name = try fields.required("name")
        version = try fields.required("version")
        protocolVersion = try fields.required("protocolVersion")
        positionEncoding = try fields.required("positionEncoding")
        methods = try fields.required("methods")
        indexPath = try fields.optional("indexPath")
        frameBytes = try fields.optional("frameBytes")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("name", name)
            writer.field("version", version)
            writer.field("protocolVersion", protocolVersion)
            writer.field("positionEncoding", positionEncoding)
            writer.field("methods", methods)
            writer.field("indexPath", indexPath)
            writer.field("frameBytes", frameBytes)
        }
    }
}
