import JSON

/// What came of a call: a text, and the protocol's own result; or why there is none, in one line.
struct ToolResult {
    let text: String
    let structured: JSONValue?
    let isError: Bool

    /// A result.
    init(_ text: String, _ structured: JSONValue?) { (self.text, self.structured, isError) = (text, structured, false) }

    /// A call that failed; the assistant reads why, and can call again.
    init(failure line: String) { (text, structured, isError) = ("tracuu: " + line, nil, true) }

    /// The answer to `tools/call` in a version of the protocol.
    func json(in version: ContextVersion) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("content", [JSONEntries([("type", "text"), ("text", text)])])
            writer.field("structuredContent", version.hasStructuredContent ? structured : nil)
            writer.field("isError", isError)
        }
        return writer.bytes
    }
}
