import FilePaths
import Glibc
import SearchProtocol

/// `tracuu remove`.
struct RemoveCommand: Command {
    static let name = "remove"
    static let abstract = "Take articles out of the index; files are left alone."
    static let discussion = """
        What holds a slash or names a file that exists is a path (a folder stands for all below it); anything else, \
        and a path of which there is no article, is an id.
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
        let named = Dictionary(
            try idOrPath.filter(isPath).map { (try absolutePath($0), $0) }, uniquingKeysWith: { first, _ in first })
        var result = RemoveResult(removed: 0)
        if !named.isEmpty {
            result = try remove(RemoveParams(paths: named.keys.sorted()), from: access)
        }
        // Ids may contain slashes too.
        let ids = idOrPath.filter { !isPath($0) } + result.missing.map { named[$0] ?? $0 }
        result.missing = []
        if !ids.isEmpty {
            let rest = try remove(RemoveParams(ids: ids), from: access)
            result.removed += rest.removed
            result.missing = rest.missing
        }
        report(result)
        if result.removed == 0 { throw ExitStatus.nothingFound }
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
