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

extension InitializeParams: JSONRecord {
    package static var blank: InitializeParams { InitializeParams() }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.optional("clientName", &clientName, "The client's name, for the log")
        try visitor.optional("positionEncoding", &positionEncoding, "What positions are counted in")
        try visitor.optional(
            "keepRunning", &keepRunning, "Whether a daemon that was started on demand stays when it is idle")
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

extension InitializeResult: JSONRecord {
    package static var blank: InitializeResult {
        InitializeResult(name: "", version: "", positionEncoding: .utf8, methods: [])
    }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("name", &name)
        try visitor.required("version", &version)
        try visitor.required("protocolVersion", &protocolVersion)
        try visitor.required("positionEncoding", &positionEncoding)
        try visitor.required("methods", &methods)
        try visitor.optional("indexPath", &indexPath)
        try visitor.optional("frameBytes", &frameBytes)
    }
}
