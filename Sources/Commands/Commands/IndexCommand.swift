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
        Named pipes and <(...) are read like -. What comes through a pipe can be searched within two seconds, while it stays open.
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
        let sources = try IndexSources(path)
        let bar = ProgressBar(isQuiet: common.quiet)
        let result: IndexResult
        do {
            result = try index(sources, bar)
        } catch let interrupted as Interrupted {
            report(interrupted.result, isWhole: false)
            throw interrupted
        }
        report(result)
        // Bad files and lines are errors in the archive; a missing path is a usage error.
        if sources.paths.contains(where: { access($0, F_OK) != 0 }) {
            throw ExitStatus.wrongUsage
        }
        let didNothing = result.added + result.updated + result.unchanged + result.removed == 0
        if didNothing && !result.failed.isEmpty { throw ExitStatus.nothingFound }
    }

    private func index(_ sources: IndexSources, _ bar: ProgressBar) throws -> IndexResult {
        defer { bar.finish() }
        let (paths, inputs) = (try sources.paths.map(absolutePath), sources.inputs)
        // A private process reads the only input itself.
        let archive = try ArchiveAccess(
            common, common.settings(), starting: .privately,
            handingOver: inputs.count == 1 ? inputs.first?.descriptor : nil)
        let interruption = try Interruption()
        archive.connection.interruption = interruption
        var result = IndexResult.none
        do {
            if !paths.isEmpty { result.add(try archive.work(.index, params(paths), progress: bar.show)) }
            for input in inputs {
                if interruption.hasCome { throw Interrupted(result: .none) }
                result.add(try index(input, archive, interruption, bar).naming(input.name))
            }
            return result
        } catch let interrupted as Interrupted {
            result.add(interrupted.result)
            throw Interrupted(result: result)
        }
    }

    private func index(
        _ input: PipedInput, _ archive: ArchiveAccess, _ interruption: Interruption, _ bar: ProgressBar
    ) throws -> IndexResult {
        guard archive.connection.readsInput else {
            return try PipedArticles.index(
                input.descriptor, params(["-"]), through: archive.connection, progress: bar.show)
        }
        guard input.waitForWriter(orSignal: interruption) else { throw Interrupted(result: .none) }
        return try archive.work(.index, params(["-"]), progress: bar.show)
    }

    private func params(_ paths: [String]) -> IndexParams {
        IndexParams(paths: paths, progressToken: .work, keepMissing: keepMissing ? true : nil)
    }

    private func report(_ result: IndexResult, isWhole: Bool = true) {
        for failure in result.failed where !common.quiet || !common.json {
            let place = [failure.path, failure.line.map { String($0 + 1) }].compactMap { $0 }.joined(separator: ":")
            Terminal.writeError("tracuu: \(place): \(failure.reason)".singleLine)
        }
        if let line = result.unreadDates?.line, !common.quiet { Terminal.writeError("tracuu: " + line.singleLine) }
        guard !common.json else { return Terminal.writeJSON(result.countedFromOne) }
        guard isWhole, !common.quiet else { return }
        let seconds = (result.seconds * 10).rounded() / 10
        Terminal.writeLine("\(result.counts) in \(seconds) s")
    }
}

extension IndexResult {
    /// The same result, in which what was read as `-` has its name.
    fileprivate func naming(_ name: String) -> IndexResult {
        var copy = self
        for place in failed.indices where failed[place].path == "-" { copy.failed[place].path = name }
        for place in unreadDates?.first.indices ?? 0..<0 where unreadDates?.first[place].path == "-" {
            copy.unreadDates?.first[place].path = name
        }
        return copy
    }

    /// The same result with lines counted from 1, as everywhere on the command line.
    fileprivate var countedFromOne: IndexResult {
        var copy = self
        copy.failed = failed.map { failure in
            var failure = failure
            failure.line = failure.line.map { $0 + 1 }
            return failure
        }
        copy.unreadDates = unreadDates?.movingLines { $0 + 1 }
        return copy
    }
}

extension UnreadDates {
    /// The number of articles and the first one's date, for people; lines count from 1.
    var line: String {
        let articles = count == 1 ? "1 article has" : "\(count) articles have"
        let example = first.first.map { date in
            let place = [date.path, date.line.map { String($0 + 1) }].compactMap { $0 }.joined(separator: ":")
            return ", \(count == 1 ? "" : "e.g. ")\(place) \"\(date.value)\""
        }
        return "\(articles) a date that could not be read\(example ?? "")"
    }
}
