import FilePaths
import Glibc
import SearchProtocol

/// `tracuu remove`.
struct RemoveCommand: Command {
    static let name = "remove"
    static let abstract = "Take articles out of the index; files are left alone."
    static let discussion = """
        What holds a slash or names a file that exists is a path first (a folder stands for all below it), and an id where no \
        article has that path; anything else is an id first, and a path where no article has that id.
        """

    static var parameters: [Parameter<Self>] {
        [
            .arguments("id-or-path", \.idOrPath, isRequired: true, "Ids, files or folders.")
        ]
    }

    var common = CommonChoices()

    var idOrPath: [String] = []

    func run() throws {
        let access = try ArchiveAccess(common, common.settings(), starting: .privately)
        let isPath = { (text: String) in text.contains("/") || Glibc.access(text, F_OK) == 0 }
        var result = RemoveResult(removed: 0)
        // Ids may contain slashes too, and what a path without one named may be gone.
        let (paths, others) = (idOrPath.filter(isPath), idOrPath.filter { !isPath($0) })
        let noPaths = try remove(paths: paths, from: access, &result)
        let noIDs = try remove(ids: others + noPaths, from: access, &result)
        result.missing = noIDs.filter(isPath) + (try remove(paths: noIDs.filter { !isPath($0) }, from: access, &result))
        report(result)
        if result.removed == 0 { throw ExitStatus.nothingFound }
    }

    /// Removes the articles of files and folders, and returns those, as they were named, of which there are none.
    private func remove(
        paths: [String], from access: ArchiveAccess, _ result: inout RemoveResult
    ) throws -> [String] {
        // Strings are equal where only their normal forms differ, and names of files are not.
        var names: [[UInt8]: String] = [:]
        var absolute: [String] = []
        for name in paths {
            let path = try absolutePath(name)
            if names.updateValue(name, forKey: Array(path.utf8)) == nil { absolute.append(path) }
        }
        guard !absolute.isEmpty else { return [] }
        let answer = try remove(RemoveParams(paths: absolute), from: access)
        result.removed += answer.removed
        return answer.missing.map { names[Array($0.utf8)] ?? $0 }
    }

    /// Removes articles, and returns the ids of which there are none.
    private func remove(ids: [String], from access: ArchiveAccess, _ result: inout RemoveResult) throws -> [String] {
        guard !ids.isEmpty else { return [] }
        let answer = try remove(RemoveParams(ids: ids), from: access)
        result.removed += answer.removed
        return answer.missing
    }

    private func remove(_ params: RemoveParams, from access: ArchiveAccess) throws -> RemoveResult {
        let bar = ProgressBar(isQuiet: common.quiet)
        var params = params
        params.progressToken = .work
        return try access.work(.remove, params, progress: bar.show)
    }

    private func report(_ result: RemoveResult) {
        if common.json { Terminal.writeJSON(result) }
        for name in result.missing { Terminal.writeError("tracuu: \(name.singleLine): no such article in the index") }
        if !common.json && !common.quiet { Terminal.writeLine("\(result.removed) removed") }
    }
}
