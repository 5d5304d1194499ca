import Foundation
import Measuring

/// One run: indexes, engines, queries, tables.
struct BenchmarkRun {
    let archive: Archive
    let folder: BenchmarkFolder
    /// A folder for sockets and logs.
    let scratch: String
    let queries: Int
    let seed: UInt64
    let names: [EngineName]
    /// The engines whose indexes are rebuilt even where kept ones exist.
    let rebuilt: [EngineName]
    let driver: PeerEngine.Driver?
    /// Whether tables are printed as Markdown.
    let isMarkdown: Bool

    /// Runs everything and prints the tables.
    func run() async throws {
        let text = archive.articles.reduce(0) { $0 + $1.title.utf8.count + $1.body.utf8.count }
        say("\(archive.articles.count) articles, \(text / 1_000_000) MB of text")
        let builders = Builders(folder: folder, articles: archive.articles.count, rebuilt: rebuilt, driver: driver)
        var builds = BuildTable(textBytes: text)
        for name in names { builds.add(name.title, try builders.build(name)) }
        show(builds.rows)

        let engines = try await OpenedEngines(names, in: folder, scratch: scratch, driver: driver)
        defer { engines.end() }
        for line in engines.versions { say(line) }
        let rounds = QueryRounds(archive: archive, engines: engines.all, queries: queries, seed: seed)
        let figures = try await rounds.run()
        show(QuerySummary(figures: figures).rows)
        show(QueryTable(figures: figures).rows)
        show(engines.memoryRows)
        guard names.contains(.tracuu) else { return }
        let startup = StartupRun(
            index: folder.index(of: "tracuu"), scratch: scratch,
            questions: QuestionMaker(archive: archive, seed: seed &+ 2).questions(.fourEvery, count: queries))
        show(try startup.rows())
    }

    private func show(_ rows: [[String]]) {
        let table = TextTable(rows: rows)
        say(isMarkdown ? table.markdown : table.text)
    }

    /// Prints and flushes, so that output appears immediately even in a file.
    private func say(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n\n").utf8))
    }
}
