import ArgumentParser
import ArticleModel
import Foundation
import Measuring
import SearchEngine

/// Scores how well the ranking finds what people meant, on queries with known answers.
@main
struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Score the ranking on queries with known answers, with marks, without, and mixed.",
        discussion: """
            DIR holds corpus.jsonl {id, title, text}, qrels.tsv (query, document, relevance) and any number of files \
            queries*.jsonl {id, text}; queries-nodiac.jsonl holds those of queries.jsonl typed without marks. An archive \
            gives queries out of its own articles, which have to find them again; articles with the same body count as \
            one. Run it built with -c release. The exit status is 1 where some articles could not be read.
            """)

    @Argument(help: "Folders of collections.")
    var dir: [String] = []

    @Option(parsing: .upToNextOption, help: "Files of articles, as for tracuu index, each an archive of its own.")
    var archive: [String] = []

    @Option(help: "How many queries of each kind an archive gives.")
    var items = 1_000

    @Option(help: "What the random choices are made from: the same seed makes the same queries.")
    var seed: UInt64 = 1

    @Option(help: "A folder to keep the archives' indexes in; those of the same articles there are used again.")
    var keep: String?

    @Option(help: "Which of the words an article has to have: auto, all or any.")
    var match = "auto"

    @Flag(help: "Score what is plainer too: sums of BM25 on the same index, and stock Xapian.")
    var baselines = false

    @Flag(help: "Print JSON instead of a table.")
    var json = false

    func validate() throws {
        guard !dir.isEmpty || !archive.isEmpty else { throw ValidationError("name a folder DIR or an --archive FILE") }
        guard SearchRequest.Matching(rawValue: match) != nil else {
            throw ValidationError("--match knows auto, all and any")
        }
        guard items > 0 else { throw ValidationError("--items has to be at least 1") }
    }

    func run() async throws {
        let signals = TemporaryFolders.removeOnSignals()
        defer { withExtendedLifetime(signals) {} }
        var table = ScoreTable()
        var failures = 0
        for folder in dir {
            let collection = try Collection(folder: URL(fileURLWithPath: folder))
            table.rows += try await rows(collection.querySets, on: collection.documents, collection.name)
        }
        for path in archive {
            let archive = try Archive(paths: [path])
            table.rows += try await rows(archive)
            failures += archive.failures
        }
        print(json ? try table.json() : table.text)
        guard failures == 0 else {
            let message = "the scores leave out \(failures) files or lines that could not be read: correct them"
            FileHandle.standardError.write(Data((message + "\n").utf8))
            throw ExitCode(1)
        }
    }

    private func rows(_ archive: Archive) async throws -> [ScoreTable.Row] {
        let items = KnownItems(archive: archive, count: items, seed: seed)
        let kinds = KnownItems.Kind.allCases.filter { $0 != .title }
        let whole = try await rows(
            kinds.map(items.querySet), on: archive.articles, archive.name, archive.sameText,
            kept: kept("\(archive.name)-articles"))
        let titles = try await rows(
            [items.querySet(.title)], on: archive.bodies, archive.name, archive.sameText,
            kept: kept("\(archive.name)-bodies"))
        return whole + titles
    }

    private func kept(_ name: String) -> URL? {
        keep.map { URL(fileURLWithPath: $0).appendingPathComponent(name) }
    }

    /// The rows of every engine for some sets of queries.
    private func rows(
        _ sets: [QuerySet], on documents: [Article], _ collection: String, _ sameText: [String: String] = [:],
        kept: URL? = nil
    ) async throws -> [ScoreTable.Row] {
        let matching = SearchRequest.Matching(rawValue: match) ?? .auto
        let engine = try await Engine(documents, matching: matching, kept: kept)
        defer { engine.clear() }
        var engines: [any RankingEngine] = [engine]
        let stock = baselines ? try StockEngine(documents) : nil
        defer { stock?.clear() }
        if let stock {
            for query in BaselineQuery.allCases { engines.append(try BaselineEngine(query, on: engine)) }
            engines.append(stock)
        }
        var rows: [ScoreTable.Row] = []
        for set in sets {
            for spelling in Spelling.allCases {
                for engine in engines { rows.append(try await row(set, spelling, engine, collection, sameText)) }
            }
        }
        return rows
    }

    private func row(
        _ set: QuerySet, _ spelling: Spelling, _ engine: any RankingEngine, _ collection: String,
        _ sameText: [String: String]
    ) async throws -> ScoreTable.Row {
        let queries = set.queries(in: spelling, seed: seed)
        let start = ContinuousClock.now
        let rankings = try await engine.rankings(of: queries)
        let seconds = start.duration(to: .now) / .seconds(1)
        let scores = zip(rankings, set.questions).map { ranking, question in
            Scores(of: QuerySet.distinct(ranking, sameText), answers: question.answers)
        }
        return ScoreTable.Row(
            collection: collection, querySet: set.name, spelling: spelling, engine: engine.name,
            queries: rankings.count, scores: Scores(mean: scores), seconds: seconds)
    }
}
