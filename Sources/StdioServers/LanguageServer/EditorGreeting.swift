import JSON
import SearchProtocol

/// The server's information and capabilities in the answer of `tracuu lsp` to `initialize`.
struct EditorGreeting: JSONWritable {
    let version: String
    let encoding: PositionEncoding

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("capabilities", Capabilities(encoding: encoding))
            writer.field("serverInfo", JSONEntries([("name", "tracuu"), ("version", version)]))
        }
    }
}

/// The capabilities of the server.
private struct Capabilities: JSONWritable {
    let encoding: PositionEncoding

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("positionEncoding", encoding)
            writer.field("workspaceSymbolProvider", true)
            writer.field("hoverProvider", true)
            writer.field("executeCommandProvider", JSONEntries([("commands", EditorCommand.names)]))
        }
    }
}
