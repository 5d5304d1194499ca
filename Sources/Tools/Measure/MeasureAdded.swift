import ArgumentParser
import Foundation
import JSON
import SearchClient
import SearchProtocol

/// Measures how soon an added article is found, and the cost to the daemon.
struct MeasureAdded: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "added",
        abstract: "Add single articles to an archive through the socket, and search for each until it is found.",
        discussion: "FILE is indexed first. The articles that are added are about as long as one of a newspaper.")

    @Argument(help: "Files and folders, as for tracuu index.")
    var paths: [String]

    @Option(help: "How many articles to add.")
    var articles = 100

    @Option(help: "What the articles are drawn with.")
    var seed: UInt64 = 6

    @Option(help: "Where to make the index.")
    var folder = NSTemporaryDirectory() + "tracuu-measure-\(getpid())"

    func run() throws {
        var corpus = try RecombinedCorpus(paths, seed: seed)
        guard !corpus.isEmpty else { throw ValidationError("no sentences in \(paths.joined(separator: ", "))") }
        let daemon = try AskedDaemon(indexing: paths, in: folder)
        defer { daemon.end() }
        guard let process = daemon.connection.daemonProcess else {
            throw ValidationError("the daemon was not started by this program")
        }
        // The first write and the first search load data that later ones find in memory.
        _ = try add(0, &corpus, daemon)
        var (times, searches) = (Times(), 0)
        let before = try ProcessorTime.seconds(of: process)
        for number in 1...max(1, articles) {
            let (time, asked) = try add(number, &corpus, daemon)
            times.add(time)
            searches += asked
        }
        let cost = (try ProcessorTime.seconds(of: process) - before) / Double(max(1, articles)) * 1_000
        print("searchable after \(times.summary); \(searches) searches for \(articles) articles")
        print("processor time of the daemon: \((cost * 100).rounded() / 100) ms an article, its search included")
    }

    /// Adds an article and searches until it is found; returns the time from before adding it until it was found.
    private func add(
        _ number: Int, _ corpus: inout RecombinedCorpus, _ daemon: AskedDaemon
    ) throws -> (Duration, Int) {
        var line: [UInt8] = []
        _ = corpus.append(number, to: &line)
        let article = try JSONValue(parsing: line)
        let start = ContinuousClock.now
        _ = try daemon.connection.call(.index, IndexParams(articles: [article]), returning: IndexResult.self)
        var asked = 0
        while true {
            asked += 1
            let params = SearchParams(query: "id:recombined-\(number)", limit: 1, snippets: false)
            let found = try daemon.connection.call(.search, params, returning: SearchResult.self)
            if found.hits.count == 1 { return (start.duration(to: .now), asked) }
            guard start.duration(to: .now) < .seconds(60) else {
                throw ValidationError("article \(number) was not found within a minute")
            }
        }
    }
}
