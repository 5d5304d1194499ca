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
    let isAnew: Bool
    let driver: PeerEngine.Driver?
    /// Whether tables are printed as Markdown.
    let isMarkdown: Bool

    /// Does all of it and prints the tables.
    func run() async throws {
        let text = archive.articles.reduce(0) { $0 + $1.title.utf8.count + $1.body.utf8.count }
        say("\(archive.articles.count) articles, \(text / 1_000_000) MB of text")
        let builders = Builders(folder: folder, articles: archive.articles.count, isAnew: isAnew)
        var builds = BuildTable(textBytes: text)
        builds.add("tracuu index", try builders.tracuu())
        if let driver {
            builds.add("stock Xapian", try builders.stock())
            for kind in PeerEngine.Kind.allCases { builds.add(kind.name, try builders.peer(kind, driver)) }
        }
        show(builds.rows)

        var engines: [any MeasuredEngine] = [try await TracuuReader(index: folder.index(of: "tracuu"))]
        let daemons = try [false, true].map {
            try TracuuDaemon(index: folder.index(of: "tracuu"), folder: scratch, hasSnippets: $0)
        }
        defer { for daemon in daemons { daemon.end() } }
        engines += daemons as [any MeasuredEngine]
        var processes: [PeerProcess] = []
        defer { for process in processes { process.end() } }
        if let driver {
            engines.append(try StockXapian(path: folder.index(of: "stock")))
            for kind in PeerEngine.Kind.allCases {
                let process = try PeerProcess(kind, driver, folder: folder.index(of: kind.rawValue))
                processes.append(process)
                let opened = try process.ask(PeerRequest(.open), returning: Opened.self)
                say("\(kind.name) \(opened.version): \(opened.documents) documents")
                engines.append(PeerEngine(kind, process))
                if kind == .tantivy { engines.append(PeerEngine(kind, process, hasSnippets: true)) }
            }
        }
        let figures = try await QueryRounds(archive: archive, engines: engines, queries: queries, seed: seed).run()
        show(QuerySummary(figures: figures).rows)
        show(QueryTable(figures: figures).rows)
        let startup = StartupRun(
            index: folder.index(of: "tracuu"), scratch: scratch,
            questions: QuestionMaker(archive: archive, seed: seed &+ 2).questions(.fourEvery, count: queries))
        show(try startup.rows())
    }

    private func show(_ rows: [[String]]) {
        let table = TextTable(rows: rows)
        say(isMarkdown ? table.markdown : table.text)
    }

    /// Prints at once, also where the output is a file.
    private func say(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n\n").utf8))
    }

    private struct Opened: Decodable {
        let documents: Int
        let version: String
    }
}
