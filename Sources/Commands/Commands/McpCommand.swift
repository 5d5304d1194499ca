import ArgumentParser
import Glibc
import StdioServers

/// `tracuu mcp`.
struct McpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract: "Serve an assistant through the Model Context Protocol, on standard input and output.",
        discussion: """
            Its tools are search, article, timeline, similar and suggest; all of them only read. The daemon is started on demand.
            """)

    @OptionGroup var common: CommonOptions

    func run() throws {
        let link = try ServedArchive.link(common, name: "tracuu mcp")
        let loop = MessageLoop(framing: .lines, link: link)
        let server = ContextServer(version: Tracuu.configuration.version, link: link, send: loop.send)
        Glibc.exit(loop.run(server))
    }
}
