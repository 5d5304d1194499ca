import ArgumentParser
import ArticleIndex
import SearchProtocol

/// `tracuu rebuild`.
struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make the index anew from the articles that it stores, beside the old one, and switch.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try common.settings()
        let isShown = !common.quiet && Terminal.errorIsTerminal
        let (articles, lost) = try await whenUnlocked {
            try Rebuild.run(
                IndexFolder(path: settings.index), commitBytes: settings.commitBytes,
                progress: { done, total in
                    if isShown { Terminal.writeErrorVerbatim("\r\u{1B}[K\(done) of \(total) articles") }
                }, lost: { Terminal.writeError("tracuu: \($0.singleLine): its stored text cannot be read") })
        }
        if isShown { Terminal.writeErrorVerbatim("\r\u{1B}[K") }
        if common.json {
            Terminal.writeJSON(RebuildReport(articles: articles, lost: lost))
        } else if !common.quiet {
            Terminal.writeLine("\(articles) articles, \(lost) could not be read")
        }
        if lost > 0 {
            Terminal.writeError(
                "tracuu: \(lost) stored articles could not be read; run tracuu index over their files again")
        }
    }

    /// Runs something as soon as no other process writes, and says once whom it waits for.
    private func whenUnlocked<Result>(_ work: () throws -> Result) async throws -> Result {
        var hasTold = false
        while true {
            do {
                return try work()
            } catch IndexError.locked(_, let holder) {
                if !hasTold && !common.quiet { Terminal.writeError("tracuu: waiting for \(holder.singleLine)") }
                hasTold = true
                try await Task.sleep(for: .milliseconds(200))
            }
        }
    }
}

/// What came of a rebuild.
private struct RebuildReport: JSONWritable {
    let articles: Int
    let lost: Int

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("articles", articles)
            writer.field("lost", lost)
        }
    }
}
