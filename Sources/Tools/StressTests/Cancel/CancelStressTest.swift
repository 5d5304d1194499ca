import ArgumentParser
import Articles
import Foundation
import IndexStorage
import Measuring
import SearchService

/// Measures how soon cancelled work ends.
struct CancelStressTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Cancel the worst queries at random instants and time how soon they end.",
        discussion: """
            Without FILES the archive is invented. For each kind of request the table has how many were cancelled while they ran, how \
            long one takes that is let run, the time from the cancellation to the answer, and the longest of these times in \
            seconds of the processor, which other processes on the machine do not prolong. The trial fails where that is more \
            than the limit.
            """)

    @Argument(help: "Files and folders, as for tracuu index.")
    var files: [String] = []

    @Option(help: "An index to use and to keep; the files are added to it.")
    var index: String?

    @Option(help: "How many requests of each kind are cancelled.")
    var repeats: Int?

    @Option(help: "How many milliseconds of the processor a request may take from its cancellation to its answer.")
    var limit = 20

    @Option(help: "The seed of queries and instants.")
    var seed: UInt64 = 1

    @Option(help: "Only the kinds whose name holds this.")
    var only: String?

    @Flag(help: "Fifty times as many, as for the project's own figures.")
    var long = false

    func run() async throws {
        let folder = try TemporaryFolders.make("stress-tests")
        defer { TemporaryFolders.remove(folder) }
        let service = ArticleService(folder: IndexFolder(path: index ?? folder.path))
        if index == nil || !files.isEmpty { try await fill(service) }
        var trial = try await CancelTrial(service: service, seed: seed)
        let count = repeats ?? (long ? 400 : 8)
        var table = TextTable(["request", "cancelled", "alone ms", "p50 ms", "p99 ms", "max ms", "max CPU ms"])
        var slow: [String] = []
        for kind in HardRequest.Kind.allCases where only.map(kind.rawValue.contains) ?? true {
            let outcome = await trial.run(kind, count: count)
            table.add(
                [kind.rawValue, "\(outcome.waits.count)"]
                    + [
                        outcome.alone, outcome.waits.percentile(50), outcome.waits.percentile(99),
                        outcome.waits.largest,
                    ]
                    .map { TextTable.number($0) } + [TextTable.number(outcome.processor.largest)])
            if let error = outcome.unexpected { slow.append("\(kind.rawValue): cannot be asked: \(error)") }
            if outcome.processor.largest > Double(limit) { slow.append("\(kind.rawValue): \(outcome.worst)") }
        }
        print(table.text)
        guard slow.isEmpty else {
            print("over \(limit) ms, or wrong:")
            for line in slow { print("  " + line.prefix(300)) }
            throw ExitCode(1)
        }
    }

    private func fill(_ service: ArticleService) async throws {
        guard files.isEmpty else {
            _ = try await service.index(paths: files.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
            return
        }
        var news = InventedNews(seed: seed)
        let articles = (0..<(long ? 40_000 : 4_000)).map { news.article(id: "n\($0)") }
        for start in stride(from: 0, to: articles.count, by: 1_000) {
            _ = try await service.index(objects: Array(articles[start..<min(start + 1_000, articles.count)]))
        }
    }
}
