import ArgumentParser
import ArticleIndex
import Foundation

/// Tells how well the ranking finds what people meant, on queries with known answers.
@main
struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Score the ranking on queries with known answers, with marks, without, and mixed.",
        discussion: """
            DIR holds corpus.jsonl {id, title, text}, qrels.tsv (query, document, relevance) and any number of files \
            queries*.jsonl {id, text}; queries-nodiac.jsonl holds those of queries.jsonl typed without marks. An archive \
            gives queries out of its own articles, which have to find them again; articles with the same body count as \
            one. Run it built with -c release.
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
        var table = ScoreTable()
        for folder in dir {
            let collection = try Collection(folder: URL(fileURLWithPath: folder))
            let engine = try await Engine(collection.documents)
            defer { engine.clear() }
            for set in collection.querySets { table.rows += try await rows(set, engine, collection.name) }
        }
        for path in archive { table.rows += try await rows(Archive(path: path)) }
        print(json ? try table.json() : table.text)
    }

    private func rows(_ archive: Archive) async throws -> [ScoreTable.Row] {
        let items = KnownItems(archive: archive, count: items, seed: seed)
        let whole = try await Engine(archive.articles, kept: kept("\(archive.name)-articles"))
        defer { whole.clear() }
        var rows: [ScoreTable.Row] = []
        for kind in KnownItems.Kind.allCases where kind != .title {
            rows += try await self.rows(items.querySet(kind), whole, archive.name, archive.sameText)
        }
        let bodies = try await Engine(archive.bodies, kept: kept("\(archive.name)-bodies"))
        defer { bodies.clear() }
        return rows + (try await self.rows(items.querySet(.title), bodies, archive.name, archive.sameText))
    }

    private func kept(_ name: String) -> URL? {
        keep.map { URL(fileURLWithPath: $0).appendingPathComponent(name) }
    }

    private func rows(
        _ set: QuerySet, _ engine: Engine, _ collection: String, _ sameText: [String: String] = [:]
    ) async throws -> [ScoreTable.Row] {
        let matching = SearchRequest.Matching(rawValue: match) ?? .auto
        var rows: [ScoreTable.Row] = []
        for spelling in Spelling.allCases {
            let start = ContinuousClock.now
            let rankings = try await engine.rankings(of: set.queries(in: spelling, seed: seed), matching: matching)
            let seconds = start.duration(to: .now) / .seconds(1)
            let scores = zip(rankings, set.questions).map { ranking, question in
                Scores(of: QuerySet.distinct(ranking, sameText), answers: question.answers)
            }
            rows.append(
                ScoreTable.Row(
                    collection: collection, querySet: set.name, spelling: spelling, engine: "tracuu \(match)",
                    queries: rankings.count, scores: Scores(mean: scores), seconds: seconds))
        }
        return rows
    }
}
