import ArgumentParser
import Foundation
import SearchClient
import SearchProtocol
import Vietnamese

/// Measures how fast searches are while a query is being typed, letter by letter.
struct MeasureTyping: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "typing", abstract: "Type queries letter by letter and time each search.",
        discussion: """
            The queries are some invented ones and runs of syllables out of FILE, a JSON Lines file of articles, each with and \
            without marks. With --socket, given once or more, running daemons are asked in turns, letter by letter, so that two \
            versions are compared in one run; without it, FILE is indexed.
            """)

    @Argument(help: "A JSON Lines file of articles.")
    var file: String

    @Option(help: "The socket of a running daemon; may be repeated.")
    var socket: [String] = []

    @Option(help: "How many queries are taken out of the file.")
    var queries = 40

    @Option(help: "Where to make the index.")
    var folder = NSTemporaryDirectory() + "tracuu-measure-\(getpid())"

    private static let invented = ["thành phố đà lạt", "nguyễn", "xe buýt", "quy hoạch", "đường sắt trên cao"]

    func run() throws {
        let daemons =
            socket.isEmpty
            ? [try AskedDaemon(indexing: [file], in: folder)] : try socket.map { try AskedDaemon(socket: $0) }
        defer { for daemon in daemons { daemon.end() } }
        var runs = try SampledRuns(file: file, seed: 1)
        var texts = MeasureTyping.invented
        for index in 0..<queries { if let run = runs.next(length: 1 + index % 4) { texts.append(run) } }
        texts += texts.map { fold($0) }
        // The first search loads data that later ones share.
        for daemon in daemons { _ = try ask(daemon, "a") }

        var times = daemons.map { _ in [Int: Times]() }
        for text in texts {
            for length in 1...text.count {
                for (index, daemon) in daemons.enumerated() {
                    times[index][min(length, 8), default: Times()].add(try ask(daemon, String(text.prefix(length))))
                }
            }
        }
        for (index, times) in times.enumerated() {
            if !socket.isEmpty { print(socket[index]) }
            for length in times.keys.sorted() {
                let name = length == 8 ? "8 letters and more" : "\(length) \(length == 1 ? "letter" : "letters")"
                print("\(name): \(times[length]?.summary ?? ""), \(times[length]?.all.count ?? 0) searches")
            }
            var all = Times()
            for time in times.values.flatMap(\.all) { all.add(.milliseconds(time)) }
            print("all: \(all.summary)")
        }
    }

    private func ask(_ daemon: AskedDaemon, _ text: String) throws -> Duration {
        let start = ContinuousClock.now
        _ = try daemon.connection.call(
            .search, SearchParams(query: text, asYouType: true), returning: SearchResult.self)
        return start.duration(to: .now)
    }
}
