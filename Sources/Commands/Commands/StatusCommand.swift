import ArgumentParser
import SearchProtocol

/// `tracuu status`.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Tell what the index holds and whether a daemon serves it.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let access = try ArchiveAccess(common, common.settings(), starting: .never)
        let status = try await access.status()
        if common.json { return Terminal.writeJSON(status) }
        var lines = [
            ("articles", "\(status.articles)"), ("index", status.indexPath),
            ("size", "\((Double(status.bytes) / 104_857.6).rounded() / 10) MiB"),
            ("generation", "\(status.generation), revision \(status.revision), schema \(status.schemaVersion)"),
            ("daemon", status.uptimeSeconds.map { "serving for \($0) s" } ?? "not running"),
        ]
        if let indexing = status.indexing, let reason = indexing.reason {
            lines.append(("indexing", "\(indexing.state.rawValue): \(reason.singleLine)"))
        }
        for (name, value) in lines { Terminal.writeLine("\(name): \(value)") }
    }
}
