package import JSON

/// A part of a connection's input, which `index` reads for the path `-`.
package struct InputParams: Hashable, Sendable {
    /// The bytes that follow those of the part before; parts may be cut anywhere.
    package var bytes: EncodedBytes
    /// Whether another part follows; the input ends with the part that none follows.
    package var more: Bool?

    /// Creates a part.
    package init(bytes: [UInt8], more: Bool? = nil) {
        self.bytes = EncodedBytes(bytes)
        self.more = more
    }
}

extension InputParams: JSONRecord {
    package static var blank: InputParams { InputParams(bytes: []) }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("bytes", &bytes, "JSON Lines in base64, compressed or not, cut anywhere")
        try visitor.optional("more", &more, "Whether another part follows; the input ends otherwise")
    }
}
