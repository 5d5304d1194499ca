import SearchProtocol

/// `tracuu suspend`.
struct SuspendCommand: Command {
    static let name = "suspend"
    static let abstract = "Have nobody write to the index, until tracuu resume."
    static let discussion = """
        What is being indexed is committed and ends. Searches and backups go on. It lasts across restarts: the file SUSPENDED \
        in the index's folder says so.
        """

    var common = CommonChoices()

    func run() throws {
        let access = try ArchiveAccess(common, common.settings(), starting: .privately)
        let bar = ProgressBar(isQuiet: common.quiet)
        let result: SuspensionResult = try access.work(.suspend, progress: bar.show)
        if common.json { return Terminal.writeJSON(result) }
        if !common.quiet { Terminal.writeLine(result.hasChanged ? "suspended" : "suspended already") }
    }
}

/// `tracuu resume`.
struct ResumeCommand: Command {
    static let name = "resume"
    static let abstract = "Let the index be written again after tracuu suspend."

    var common = CommonChoices()

    func run() throws {
        let access = try ArchiveAccess(common, common.settings(), starting: .privately)
        let result: SuspensionResult = try access.work(.resume) { _ in }
        if common.json { return Terminal.writeJSON(result) }
        if !common.quiet { Terminal.writeLine(result.hasChanged ? "resumed" : "not suspended") }
    }
}
