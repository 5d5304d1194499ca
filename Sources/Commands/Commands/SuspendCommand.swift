import ArgumentParser

/// `tracuu suspend`.
struct SuspendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend",
        abstract: "Have nobody write to the index, until tracuu resume.",
        discussion: """
            What is being indexed is committed and ends. Searches and backups go on. It lasts across restarts: the file SUSPENDED \
            in the index's folder says so.
            """)

    @OptionGroup var common: CommonOptions

    func run() throws {
        let access = try ArchiveAccess(common.choices, common.settings(), starting: .privately)
        let bar = ProgressBar(isQuiet: common.quiet)
        let result: SuspensionResult = try access.work(.suspend, progress: bar.show)
        if common.json { return Terminal.writeJSON(result) }
        if !common.quiet { Terminal.writeLine(result.hasChanged ? "suspended" : "suspended already") }
    }
}

/// `tracuu resume`.
struct ResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let the index be written again after tracuu suspend.")

    @OptionGroup var common: CommonOptions

    func run() throws {
        let access = try ArchiveAccess(common.choices, common.settings(), starting: .privately)
        let result: SuspensionResult = try access.work(.resume) { _ in }
        if common.json { return Terminal.writeJSON(result) }
        if !common.quiet { Terminal.writeLine(result.hasChanged ? "resumed" : "not suspended") }
    }
}
