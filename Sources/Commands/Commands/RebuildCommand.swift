import SearchProtocol

/// `tracuu rebuild`.
struct RebuildCommand: Command {
    static let name = "rebuild"
    static let abstract = "Rebuild the index from the articles that it stores, beside the old one, and switch."

    var common = CommonChoices()

    func run() throws {
        let access = try ArchiveAccess(common, common.settings(), starting: .privately)
        let bar = ProgressBar(isQuiet: common.quiet)
        defer { bar.finish() }
        let result: RebuildResult = try access.work(.rebuild, progress: bar.show)
        bar.finish()
        for name in result.unreadable {
            Terminal.writeError("tracuu: \(name.singleLine): its stored text cannot be read")
        }
        for note in result.notes { Terminal.writeError("tracuu: \(note.singleLine)") }
        if common.json {
            Terminal.writeJSON(result)
        } else if !common.quiet {
            Terminal.writeLine("\(counted(result.articles, "article")), \(result.lost) could not be read")
        }
        if result.lost > 0 {
            Terminal.writeError(
                "tracuu: \(counted(result.lost, "stored article")) could not be read; run tracuu index over their files again"
            )
        }
    }
}
