import SearchProtocol

/// `tracuu check`.
struct CheckCommand: Command {
    static let name = "check"
    static let abstract = "Verify the index: its tables, its articles and all that was made of them."
    static let discussion = """
        Every problem is one line that names the table, article or term. Exit status: 0 nothing is wrong, 3 something is.
        Searches and indexing go on meanwhile.
        """

    static var parameters: [Parameter<Self>] {
        [
            .flag("quick", \.quick, "Tables and stored articles only, not the terms and posting lists made of them.")
        ]
    }

    var common = CommonChoices()
    var quick = false

    func run() throws {
        let access = try ArchiveAccess(common, common.settings(), starting: .privately)
        let bar = ProgressBar(isQuiet: common.quiet)
        defer { bar.finish() }
        // When the command is interrupted, the check ends with the connection.
        let params = CheckParams(quick: quick, progressToken: .work)
        let result: CheckResult = try access.work(.check, params, progress: bar.show)
        report(result)
        if !result.ok { throw ExitStatus.unusable }
    }

    private func report(_ result: CheckResult) {
        for note in result.notes where !common.quiet { Terminal.writeError("tracuu: " + note.singleLine) }
        if common.json { return Terminal.writeJSON(result) }
        for problem in result.problems { Terminal.writeLine(problem.singleLine) }
        if result.ok && !common.quiet { Terminal.writeLine("no problems") }
    }
}
