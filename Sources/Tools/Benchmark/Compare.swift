import ArgumentParser
import ArticleModel
import Foundation
import Measuring

/// Indexes files with every engine and runs the same queries on each.
struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Index files with every engine, ask each the same queries, and print what that costs.",
        discussion: """
            Run it with Config/run-benchmark, which builds it and installs the engines that Python drives. The queries are made \
            out of the articles; each is asked of every engine before the next one is, in turns, so that what else the machine \
            does harms all of them alike. CPU is the time on the processor of what answers: of the daemon's process, of the \
            peer's process, of this one.
            """)

    @Argument(help: "Files and folders of articles, as for tracuu index.")
    var files: [String]

    @Option(help: "How many queries of each kind.")
    var queries = 200

    @Option(help: "What the random choices are made from: the same seed makes the same queries.")
    var seed: UInt64 = 1

    @Option(help: "How many articles are taken, the first ones; all where nothing is said.")
    var articles: Int?

    @Flag(help: "A short turn to try it: 20 queries of each kind on 2,000 articles.")
    var quick = false

    @Option(help: "A folder to keep the indexes in; those of the same articles there are used again.")
    var keep: String?

    @Option(help: "An engine whose index is built again even where one is kept; may be repeated.")
    var rebuild: [EngineName] = []

    @Option(help: "An engine to ask; may be repeated. All where none is named.")
    var engine: [EngineName] = []

    @Flag(help: "Print the tables as Markdown.")
    var markdown = false

    @Option(help: "A Python with the packages tantivy and apsw.")
    var python: String?

    @Option(help: "The file peers.py.")
    var peers = "Sources/Tools/Benchmark/Peers/peers.py"

    @Flag(help: "Ask this project's own engine alone.")
    var noPeers = false

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("name files of articles") }
        guard queries > 0, articles ?? 1 > 0 else {
            throw ValidationError("--queries and --articles have to be at least 1")
        }
    }

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        let signals = TemporaryFolders.removeOnSignals()
        defer { withExtendedLifetime(signals) {} }
        let archive = try Archive(paths: files, limit: quick ? min(articles ?? .max, 2_000) : articles ?? .max)
        let driver = try driver()
        let names = EngineName.allCases.filter { engine.isEmpty ? driver != nil || $0 == .tracuu : engine.contains($0) }
        let scratch = try TemporaryFolders.make("benchmark")
        defer { TemporaryFolders.remove(scratch) }
        let folder = try BenchmarkFolder(path: keep ?? scratch.path + "/indexes", archive: archive)
        try await BenchmarkRun(
            archive: archive, folder: folder, scratch: scratch.path, queries: quick ? min(queries, 20) : queries,
            seed: seed, names: names, rebuilt: rebuild, driver: driver, isMarkdown: markdown
        ).run()
    }

    /// Returns how to start the peers; nil where only this project's engine is measured.
    private func driver() throws -> PeerEngine.Driver? {
        if noPeers { return nil }
        guard let python else {
            let message = "NO PEERS: without --python only this project's engine is asked; run Config/run-benchmark\n"
            FileHandle.standardError.write(Data(message.utf8))
            return nil
        }
        guard FileManager.default.fileExists(atPath: peers) else {
            throw ValidationError("\(peers) does not exist: name the file peers.py with --peers")
        }
        return PeerEngine.Driver(python: python, program: peers)
    }
}
