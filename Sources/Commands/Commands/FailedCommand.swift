import SearchProtocol

/// `tracuu failed`.
struct FailedCommand: Command {
    static let name = "failed"
    static let abstract = "List what could not be indexed when it was indexed last."
    static let discussion =
        "A file leaves the list when tracuu index reads it without a failure, or finds it gone from its folder."

    var common = CommonChoices()

    func run() throws {
        let access = try ArchiveAccess(common, common.settings(), starting: .privately)
        let result: FailedResult = try access.ask(.failed)
        if common.json {
            Terminal.writeJSON(result.countedFromOne)
        } else {
            for failure in result.failed { Terminal.writeLine(failure.text.singleLine) }
        }
        if result.omitted > 0 && !common.quiet {
            Terminal.writeError("tracuu: \(result.omitted) more could not be indexed and are not kept")
        }
        guard result.failed.isEmpty else { return }
        if Terminal.outputIsTerminal && !common.json && !common.quiet { Terminal.writeError("nothing failed") }
        throw ExitStatus.nothingFound
    }
}

extension FailedResult {
    /// The same result with lines counted from 1, as everywhere on the command line.
    fileprivate var countedFromOne: FailedResult {
        var copy = self
        for place in copy.failed.indices { copy.failed[place].line = copy.failed[place].line.map { $0 + 1 } }
        return copy
    }
}

extension IndexFailure {
    /// The place, with lines counted from 1, and the reason.
    fileprivate var text: String {
        let place = [path, line.map { String($0 + 1) }].compactMap { $0 }.joined(separator: ":")
        return "\(place): \(reason)"
    }
}
