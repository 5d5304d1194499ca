import ArgumentParser
import Foundation
import SearchProtocol

/// `tracuu remove`.
struct RemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take articles out of the index; files are left alone.",
        discussion:
            "What holds a slash or names a file that exists is a path (a folder stands for all below it); anything else is an id."
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: "Ids, files or folders.")
    var idOrPath: [String]

    func run() async throws {
        let access = try ArchiveAccess(common, common.settings(), starting: .never)
        let isPath = { (text: String) in text.contains("/") || FileManager.default.fileExists(atPath: text) }
        let paths = idOrPath.filter(isPath).map { URL(fileURLWithPath: $0).standardizedFileURL.path }
        let result = try await access.remove(
            RemoveParams(ids: idOrPath.filter { !isPath($0) }, paths: paths))
        if common.json { Terminal.write(result.json + [0x0A]) }
        for name in result.missing { Terminal.writeError("tracuu: \(name.singleLine): no such article in the index") }
        if !common.json && !common.quiet { Terminal.writeLine("\(result.removed) removed") }
        if result.removed == 0 { throw ExitStatus.nothingFound }
    }
}
