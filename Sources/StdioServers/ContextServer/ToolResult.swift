import JSON

/// The result of a call: a text and the protocol's own result, or one line with the reason for a failure.
struct ToolResult {
    let text: String
    let structured: JSONValue?
    let isError: Bool

    /// Creates a result.
    init(_ text: String, _ structured: JSONValue?) { (self.text, self.structured, isError) = (text, structured, false) }

    /// Creates the result of a failed call; the assistant can read the reason and call again.
    init(failure line: String) { (text, structured, isError) = ("tracuu: " + line, nil, true) }

    /// The answer to `tools/call` in the given version of the protocol.
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
