import ArgumentParser
import Foundation
import JSON
import Measuring
import SearchClient
import SearchProtocol
import UnixSockets

/// Measures the main workflow on the user's own archive: index it, start the daemon, query it through the socket.
struct MeasureArchive: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Index files in one go, then time queries through the daemon's socket.",
        discussion: """
            The client and the daemon are the ones built beside this program. The index is made in a new folder that is \
            deleted afterwards; its disk should have four times the space of the text.
            """)

    @Argument(help: "Files and folders, as for tracuu index.")
    var paths: [String]

    @Option(help: "Where to make the index.")
    var folder = NSTemporaryDirectory() + "tracuu-measure-\(getpid())"

    @Option(help: "How often each query is asked.")
    var repeats = 200

    @Option(help: "A query to ask; may be repeated. Those of the project's own figures where none is given.")
    var query: [String] = []

    private static let standardQueries = [
        "thành ủy hà nội", "thanh uy ha noi", "\"công nghệ thông tin\" date:2017-02..2017-03", "đường", "duong",
    ]

    func run() throws {
        let home = MeasuredHome(path: folder)
        defer { home.clear() }
        let index = try home.run("tracuu", ["index", "--no-daemon", "--json"] + paths)
        let counts = try IndexResult(json: JSONValue(parsing: index.output))
        let articles = counts.added + counts.updated
        print(
            "indexed \(articles) articles in \(rounded(counts.seconds)) s, \(rounded(Double(articles) / counts.seconds))/s"
        )
        print(
            "failures \(counts.failed.count), peak memory \(index.peakMemory >> 20) MiB, index \(home.indexBytes >> 20) MiB"
        )

        let path = try SocketPath(home.socket)
        let connection = try home.launcher.connect(to: path)
        defer { if let process = connection.daemonProcess { kill(process, SIGTERM) } }
        for text in query.isEmpty ? MeasureArchive.standardQueries : query { try time(text, connection) }
        if query.isEmpty { try compareSpellings(connection) }
    }

    private func time(_ text: String, _ connection: Connection) throws {
        var (round, inside): ([Double], [Double]) = ([], [])
        var result: SearchResult?
        for _ in 0..<max(1, repeats) {
            let start = ContinuousClock.now
            let answer = try connection.call(.search, SearchParams(query: text), returning: SearchResult.self)
            round.append(start.duration(to: .now) / .milliseconds(1))
            inside.append(Double(answer.tookMicroseconds) / 1_000)
            result = answer
        }
        guard let result else { return }
        let total = (result.total.relation == .exact ? "" : "at least ") + "\(result.total.value)"
        print(
            "\(text): \(total) articles; round trip p50 \(percentile(round, 50)) p95 \(percentile(round, 95)) ms, "
                + "of which search p50 \(percentile(inside, 50)) ms")
    }

    /// Checks that results found with marks are also found without.
    private func compareSpellings(_ connection: Connection) throws {
        let found = try ["thành ủy hà nội", "thanh uy ha noi"].map { text in
            let params = SearchParams(query: text, limit: 10_000, match: .all, snippets: false)
            return Set(try connection.call(.search, params, returning: SearchResult.self).hits.map(\.id))
        }
        let lost = found[0].subtracting(found[1]).count
        print("with marks \(found[0].count), without \(found[1].count), of the first not among the second \(lost)")
    }

    private func percentile(_ times: [Double], _ percent: Int) -> Double {
        let sorted = times.sorted()
        return rounded(sorted[min(sorted.count - 1, sorted.count * percent / 100)])
    }

    private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}
