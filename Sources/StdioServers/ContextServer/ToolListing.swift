import JSON

/// The answer to `tools/list`.
struct ToolListing: JSONWritable {
    let version: ContextVersion

    func write(to writer: inout JSONWriter) {
        let tools = Tool.all.map { ListedTool(tool: $0, version: version) }
        writer.object { writer in writer.field("tools", tools) }
    }
}

/// One tool of the list.
private struct ListedTool: JSONWritable {
    let tool: Tool
    let version: ContextVersion

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("name", tool.name)
            writer.field("title", version.hasStructuredContent ? tool.title : nil)
            writer.field("description", tool.description)
            writer.field("inputSchema", ToolSchema(parameters: tool.parameters))
            writer.field("annotations", version.hasAnnotations ? ToolAnnotations(title: tool.title) : nil)
        }
    }
}

/// The guarantees to a client: every tool only reads the user's own archive.
private struct ToolAnnotations: JSONWritable {
    let title: String

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("title", title)
            writer.field("readOnlyHint", true)
            writer.field("destructiveHint", false)
            writer.field("idempotentHint", true)
            writer.field("openWorldHint", false)
        }
    }
}
