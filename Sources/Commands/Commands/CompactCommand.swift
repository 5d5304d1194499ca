import SearchProtocol

/// `tracuu compact`.
struct CompactCommand: Command {
    static let name = "compact"
    static let abstract = "Rewrite the index in less space, beside the old one, and switch."
    static let discussion =
        "The disk needs space for both meanwhile. Searches go on; what is being indexed waits and then goes on."

    var common = CommonChoices()

    func run() throws {
        let access = try ArchiveAccess(common, common.settings(), starting: .privately)
        let bar = ProgressBar(isQuiet: common.quiet)
        let result: CompactResult = try access.work(.compact, progress: bar.show)
        if common.json { return Terminal.writeJSON(result) }
        guard !common.quiet else { return }
        Terminal.writeLine(
            "\(counted(result.articles, "article")), \(mebibytes(result.bytesBefore)) before, \(mebibytes(result.bytes)) now"
        )
    }
}

/// A size in MiB, formatted for people.
func mebibytes(_ bytes: Int) -> String { "\((Double(bytes) / 104_857.6).rounded() / 10) MiB" }
