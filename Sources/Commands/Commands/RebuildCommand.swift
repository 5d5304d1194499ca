import ArgumentParser
import ArticleIndex

/// `tracuu rebuild`.
struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make the index anew from the articles that it stores, beside the old one, and switch.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings()
        let isShown = !common.quiet && Terminal.errorIsTerminal
        let (articles, lost) = try Rebuild.run(
            IndexFolder(path: settings.index), commitBytes: settings.commitBytes
        ) { done, total in
            if isShown { Terminal.writeErrorVerbatim("\r\u{1B}[K\(done) of \(total) articles") }
        }
        if isShown { Terminal.writeErrorVerbatim("\r\u{1B}[K") }
        if !common.quiet { Terminal.writeLine("\(articles) articles, \(lost) could not be read") }
        if lost > 0 {
            Terminal.writeError(
                "tracuu: \(lost) stored articles could not be read; run tracuu index over their files again")
        }
    }
}
