import Glibc
import StdioServers

/// `tracuu mcp`.
struct McpCommand: Command {
    static let name = "mcp"
    static let abstract = "Serve an assistant through the Model Context Protocol, on standard input and output."
    static let discussion = """
        Its tools are search, article, timeline, similar and suggest; all of them only read. The daemon is started on demand.
        """

    var common = CommonChoices()

    func run() throws {
        let link = try ServedArchive.link(common, name: "tracuu mcp")
        let loop = MessageLoop(framing: .lines, link: link)
        let server = ContextServer(version: Tracuu.version, link: link, send: loop.send)
        Glibc.exit(loop.run(server))
    }
}
