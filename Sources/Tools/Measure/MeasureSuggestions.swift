import ArgumentParser
import Foundation
import SearchClient
import SearchProtocol
import Vietnamese

/// Measures how often marks are restored as in the original, and how fast suggestions are.
struct MeasureSuggestions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggestions", abstract: "Restore the marks of runs taken out of articles, and time suggestions.",
        discussion: """
            Runs of two to four syllables are taken out of FILE, a JSON Lines file of articles, stripped of their marks and \
            restored. With --socket a running daemon is asked, else FILE is indexed. Ask of an index that does not hold FILE to \
            learn how well texts are restored that it has never seen.
            """)

    @Argument(help: "A JSON Lines file of articles.")
    var file: String

    @Option(help: "The socket of a running daemon.")
    var socket: String?

    @Option(help: "How many runs of each length.")
    var runs = 300

    @Option(help: "Where to make the index.")
    var folder = NSTemporaryDirectory() + "tracuu-measure-\(getpid())"

    func run() throws {
        let daemon =
            if let socket { try AskedDaemon(socket: socket) } else { try AskedDaemon(indexing: [file], in: folder) }
        defer { daemon.end() }
        _ = try restored("a", daemon)
        var sampled = try SampledRuns(file: file, seed: 2)
        var times = Times()
        for length in 2...4 {
            var (right, syllables, whole, asked) = (0, 0, 0, 0)
            for _ in 0..<runs {
                guard let text = sampled.next(length: length) else { break }
                let start = ContinuousClock.now
                let answer = try restored(fold(text), daemon)
                times.add(start.duration(to: .now))
                let (wanted, found) = (Syllables(text), Syllables(answer))
                let same = wanted.indices.count { index in
                    index < found.count && found.exact(at: index) == wanted.exact(at: index)
                }
                right += same
                syllables += wanted.count
                whole += same == wanted.count ? 1 : 0
                asked += 1
            }
            print(
                "\(length) syllables: \(percent(right, syllables)) % of syllables, \(percent(whole, asked)) % of runs as they stood, \(asked) runs"
            )
        }
        print("suggest: \(times.summary)")
    }

    /// Returns the suggestion with marks for a text without.
    private func restored(_ text: String, _ daemon: AskedDaemon) throws -> String {
        let answer = try daemon.connection.call(.suggest, SuggestParams(query: text), returning: SuggestResult.self)
        return answer.suggestions.first { $0.kind == .marks }?.query ?? text
    }

    private func percent(_ part: Int, _ whole: Int) -> Double {
        whole == 0 ? 0 : (Double(part) / Double(whole) * 1_000).rounded() / 10
    }
}
