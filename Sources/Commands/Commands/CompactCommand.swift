import ArgumentParser

/// `tracuu compact`.
struct CompactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact",
        abstract: "Write the index anew in less space, beside the old one, and switch.",
        discussion:
            "The disk needs room for both meanwhile. Searches go on; what is being indexed waits and then goes on.")

    @OptionGroup var common: CommonOptions

    func run() throws {
        let access = try ArchiveAccess(common.choices, common.settings(), starting: .privately)
        let bar = ProgressBar(isQuiet: common.quiet)
        let result: CompactResult = try access.work(.compact, progress: bar.show)
        if common.json { return Terminal.writeJSON(result) }
        guard !common.quiet else { return }
        Terminal.writeLine(
            "\(result.articles) articles, \(mebibytes(result.bytesBefore)) before, \(mebibytes(result.bytes)) now")
    }
}

/// A size for people.
func mebibytes(_ bytes: Int) -> String { "\((Double(bytes) / 104_857.6).rounded() / 10) MiB" }
