import ArgumentParser
import Foundation
import JSON
import Measuring
import SearchProtocol

/// Measures the speed, memory and disk space of loading an archive into an empty index.
struct MeasureLoad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Load files into an empty index, or as many articles as wanted that are made of their sentences.",
        discussion: """
            Without --articles the files are indexed as they are. With it, articles of their lengths are made of their sentences, \
            written as JSON Lines while they are loaded; the rate is told for every 100,000. The index is made in a folder that \
            is deleted afterwards; its disk should have four times the space of the text.
            """)

    @Argument(help: "Files and folders, as for tracuu index.")
    var paths: [String]

    @Option(help: "How many articles to make.")
    var articles: Int?

    @Option(help: "What the articles are drawn with.")
    var seed: UInt64 = 5

    @Option(help: "Where to make the index.")
    var folder = NSTemporaryDirectory() + "tracuu-measure-\(getpid())"

    func run() throws {
        let home = MeasuredHome(path: folder)
        defer { home.clear() }
        let start = ContinuousClock.now
        let (outcome, textBytes) = try articles.map { try load($0, home) } ?? loadFiles(home)
        let seconds = start.duration(to: .now) / .seconds(1)
        let counts = try IndexResult(json: JSONValue(parsing: outcome.output))
        let loaded = counts.added + counts.updated
        print(
            "\(loaded) articles in \(rounded(seconds)) s, \(rounded(Double(loaded) / seconds))/s; failures \(counts.failed.count)"
        )
        print("processor time \(rounded(outcome.processorSeconds)) s, peak memory \(outcome.peakMemory >> 20) MiB")
        let ratio =
            textBytes.map { ", \(rounded(Double(home.indexBytes) / Double($0))) x the text of \($0 >> 20) MiB" } ?? ""
        print("index \(home.indexBytes >> 20) MiB\(ratio)")
    }

    private func loadFiles(_ home: MeasuredHome) throws -> (MeasuredHome.Outcome, Int?) {
        (try home.run("tracuu", ["index", "--no-daemon", "--json"] + paths), nil)
    }

    /// Generates articles and loads them as they are generated.
    private func load(_ count: Int, _ home: MeasuredHome) throws -> (MeasuredHome.Outcome, Int?) {
        var corpus = try RecombinedCorpus(paths, seed: seed)
        guard !corpus.isEmpty else { throw ValidationError("no sentences in \(paths.joined(separator: ", "))") }
        var textBytes = 0
        var (last, used) = (ContinuousClock.now, 0.0)
        let outcome = try home.run("tracuu", ["index", "--no-daemon", "--json", "-"]) { input, process in
            var lines: [UInt8] = []
            for number in 1...max(1, count) {
                textBytes += corpus.append(number, to: &lines)
                if lines.count >= 1 << 20 || number == count {
                    try input.write(contentsOf: lines)
                    lines.removeAll(keepingCapacity: true)
                }
                guard number % 100_000 == 0 else { continue }
                let seconds = last.duration(to: .now) / .seconds(1)
                let now = try ProcessorTime.seconds(of: process)
                print("\(number): \(rounded(100_000 / seconds))/s read, \(rounded(now - used)) s of processor time")
                fflush(nil)
                (last, used) = (.now, now)
            }
            try input.close()
        }
        return (outcome, textBytes)
    }

    private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}
