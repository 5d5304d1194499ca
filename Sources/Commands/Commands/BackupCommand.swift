import FilePaths
import SearchProtocol

/// `tracuu backup`.
struct BackupCommand: Command {
    static let name = "backup"
    static let abstract = "Copy the index as it stands at one moment."
    static let discussion = """
        The copy is an index itself, to be searched with --index DEST and put back with tracuu restore DEST. Searches go on; \
        what is being indexed waits while the files are copied.
        """

    static var parameters: [Parameter<Self>] {
        [
            .argument("dest", \.dest, "The folder that becomes the copy: one that does not exist yet, or is empty.")
        ]
    }

    var common = CommonChoices()
    var dest = ""

    func run() throws {
        guard !dest.isEmpty else {
            throw UsageError(description: "the path is empty; name a folder that does not exist")
        }
        let access = try ArchiveAccess(common, common.settings(), starting: .privately)
        let bar = ProgressBar(isQuiet: common.quiet)
        let result: BackupResult = try access.work(
            .backup, BackupParams(path: try absolutePath(dest), progressToken: .work), progress: bar.show)
        if common.json { return Terminal.writeJSON(result) }
        if !common.quiet { Terminal.writeLine(result.line) }
    }
}

/// `tracuu restore`.
struct RestoreCommand: Command {
    static let name = "restore"
    static let abstract = "Put a backup in the place of the index."
    static let discussion =
        "What the index holds now is gone then. A daemon that serves the index goes on with what is restored."

    static var parameters: [Parameter<Self>] {
        [
            .argument("source", \.source, "The folder of the backup, which stays as it is.")
        ]
    }

    var common = CommonChoices()
    var source = ""

    func run() throws {
        guard !source.isEmpty else { throw UsageError(description: "the path is empty; name the folder of a backup") }
        // A private process reads the backup: a shared daemon gives no client access to files elsewhere.
        let access = try ArchiveAccess(privately: common.settings())
        let bar = ProgressBar(isQuiet: common.quiet)
        let result: BackupResult = try access.work(
            .restore, BackupParams(path: try absolutePath(source), progressToken: .work), progress: bar.show)
        if common.json { return Terminal.writeJSON(result) }
        if !common.quiet { Terminal.writeLine(result.line) }
    }
}

extension BackupResult {
    /// The result for people.
    fileprivate var line: String {
        "\(counted(articles, "article")), \(mebibytes(bytes)), revision \(revision), in \(path.singleLine)"
    }
}
