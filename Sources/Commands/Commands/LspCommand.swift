import Glibc
import Settings
import StdioServers

/// `tracuu lsp`.
struct LspCommand: Command {
    static let name = "lsp"
    static let abstract = "Serve an editor through the Language Server Protocol, on standard input and output."
    static let discussion = """
        workspace/symbol is a search; hover shows what is known of an article; workspace/executeCommand takes tracuu.search \
        and other methods of the daemon. Articles that no text file holds as they are, such as those of JSON Lines, are shown \
        in read-only files below $XDG_CACHE_HOME/tracuu. The daemon is started on demand.
        """

    var common = CommonChoices()

    func run() throws {
        let link = try ServedArchive.link(common, name: "tracuu lsp")
        let files = ArticleFiles(folder: try ServedArchive.cacheFolder(EnvironmentVariables.all()))
        let loop = MessageLoop(framing: .contentLength, link: link)
        let server = LanguageServer(version: Tracuu.version, link: link, files: files, send: loop.send)
        Glibc.exit(loop.run(server))
    }
}
