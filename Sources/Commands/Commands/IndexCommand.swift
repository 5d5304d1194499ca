import FilePaths
import Glibc
import SearchClient
import SearchProtocol

/// `tracuu index`.
struct IndexCommand: Command {
    static let name = "index"
    static let abstract = "Add or update articles."
    static let discussion = """
        PATH: files, folders (with all that lies below), *.jsonl, *.jsonl.gz, .xz, .zst, or - for JSON Lines on standard input.
        What the index has already is left alone. Articles that are gone from their file are taken out, and those of a file \
        that is gone from a folder that could be read whole. A file is known by its path without symbolic links.
        """

    static var parameters: [Parameter<Self>] {
        [
            .flag(
                "keep-missing", \.keepMissing, "Take out no article that is gone from its file, or whose file is gone."),
            .arguments("path", \.path, "What to index."),
        ]
    }

    var common = CommonChoices()
    var keepMissing = false
    var path: [String] = []

    func run() throws {
        guard !path.isEmpty else {
            throw UsageError(
                description: "nothing to index; name files or folders, or - for JSON Lines on standard input")
        }
        guard !path.contains("") else { throw UsageError(description: "a path is empty; name a file or folder, or .") }
        let bar = ProgressBar(isQuiet: common.quiet)
        let result = try index(bar)
        report(result)
        // Bad files and lines are errors in the archive; a missing path is a usage error.
        if path.contains(where: { $0 != "-" && access($0, F_OK) != 0 }) {
            throw ExitStatus.wrongUsage
        }
        let didNothing = result.added + result.updated + result.unchanged + result.removed == 0
        if didNothing && !result.failed.isEmpty { throw ExitStatus.nothingFound }
    }

    private func index(_ bar: ProgressBar) throws -> IndexResult {
        defer { bar.finish() }
        let paths = try path.filter { $0 != "-" }.map(absolutePath)
        let readsInput = path.contains("-")
        let archive = try ArchiveAccess(
            common, common.settings(), starting: .privately, handingOver: readsInput ? STDIN_FILENO : nil)
        let interruption = try Interruption()
        archive.connection.interruption = interruption
        var result = IndexResult(added: 0, updated: 0, unchanged: 0, removed: 0, seconds: 0)
        if !paths.isEmpty {
            let params = IndexParams(
                paths: paths, progressToken: .work, keepMissing: keepMissing ? true : nil)
            result.add(try archive.work(.index, params, progress: bar.show))
        }
        guard readsInput else { return result }
        if interruption.hasCome { throw CancellationError() }
        if archive.connection.readsInput {
            // The private process's own reader accepts anything that a file may contain, and loads an empty index in
            // bulk.
            let params = IndexParams(paths: ["-"], progressToken: .work)
            result.add(try archive.work(.index, params, progress: bar.show))
        } else {
            result.add(try PipedArticles.index(STDIN_FILENO, through: archive, progress: bar.show))
        }
        return result
    }

    private func report(_ result: IndexResult) {
        for failure in result.failed where !common.quiet || !common.json {
            let place = [failure.path, failure.line.map { String($0 + 1) }].compactMap { $0 }.joined(separator: ":")
            Terminal.writeError("tracuu: \(place): \(failure.reason)".singleLine)
        }
        guard !common.json else { return Terminal.writeJSON(result.countedFromOne) }
        guard !common.quiet else { return }
        let seconds = (result.seconds * 10).rounded() / 10
        var line =
            "\(result.added) added, \(result.updated) updated, \(result.unchanged) unchanged, \(result.removed) removed"
        if !result.failed.isEmpty { line += ", \(result.failed.count) failed" }
        Terminal.writeLine(line + " in \(seconds) s")
    }
}

extension IndexResult {
    /// The same result with lines counted from 1, as everywhere on the command line.
    fileprivate var countedFromOne: IndexResult {
        var copy = self
        copy.failed = failed.map { failure in
            var failure = failure
            failure.line = failure.line.map { $0 + 1 }
            return failure
        }
        return copy
    }
}
