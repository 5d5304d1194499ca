import JSON

/// The server's information and capabilities in the answer of `tracuu mcp` to `initialize`.
struct ContextGreeting: JSONWritable {
    private static let instructions =
        "Searches the user's own archive of Vietnamese articles. Cite what you use by title, source, date and path. "
        + "Begin with search; article gives the whole text of a hit by its id."

    let name: String
    let version: String
    let agreed: ContextVersion

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("protocolVersion", agreed.rawValue)
            writer.field("capabilities", JSONEntries([("tools", JSONValue.emptyObject)]))
            writer.field("serverInfo", JSONEntries([("name", name), ("version", version)]))
            writer.field("instructions", ContextGreeting.instructions)
        }
    }
}
