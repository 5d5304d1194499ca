import ArgumentParser
import Foundation
import Measuring
import SearchClient
import SearchProtocol

/// Runs a daemon with every kind of client at once while its index changes ten times a second.
struct SoakStressTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "soak",
        abstract: "Search, type, cancel, send garbage and read nothing while commits come every 100 ms.",
        discussion: """
            The daemon built beside this program serves an index in a folder that is deleted afterwards; without FILES its articles \
            are invented. Eight clients search ten times a second each, two cancel what they ask, two send garbage, one never \
            reads an answer, one subscribes. The trial fails where an answer is wrong, missing or an error that was not asked for, and \
            with --long also where the daemon's memory, measured from the first minute on, is not flat within 10 %, or the 99th \
            percentile of a search passes five times what it was before the load.
            """)

    @Argument(help: "Files and folders, as for tracuu index.")
    var files: [String] = []

    @Option(help: "How many seconds the load lasts.")
    var seconds: Int?

    @Option(help: "The seed of articles and queries.")
    var seed: UInt64 = 1

    @Flag(help: "Ten minutes, in which times and memory count as well.")
    var long = false

    func run() async throws {
        let home = try SoakHome()
        defer { home.clear() }
        let setting = try home.begin(files: files, articles: long ? 20_000 : 1_500, seed: seed)
        let duration = seconds ?? (long ? 600 : 20)

        let idle = SoakTally()
        try SoakClients(setting, tally: idle, seed: seed).searchAlone(seconds: long ? 20 : 3)
        let tally = SoakTally()
        let clients = SoakClients(setting, tally: tally, seed: seed)
        clients.begin()
        var memory: [Int] = []
        for _ in 0..<duration {
            try await Task.sleep(for: .seconds(1))
            memory.append(home.residentKiB(of: setting.process))
        }
        clients.end()
        let status = try home.status()
        guard report(idle: idle, tally: tally, memory: memory, status: status, duration: duration) else {
            throw ExitCode(1)
        }
    }

    /// Prints the figures, and returns whether every guarantee was kept.
    private func report(
        idle: SoakTally, tally: SoakTally, memory: [Int], status: StatusResult?, duration: Int
    ) -> Bool {
        var broken = tally.errors
        if status == nil { broken.append("the daemon is gone") }
        let (before, after) = (idle.times(of: .search).percentile(99), tally.times(of: .search).percentile(99))
        let settled = memory.dropFirst(min(60, memory.count / 2))
        let (least, most) = (settled.min() ?? 0, settled.max() ?? 0)
        let middle = Double(least + most) / 2
        let spread = middle > 0 ? Double(most - least) / 2 / middle * 100 : 0

        var table = TextTable(["what", "count", "p50 ms", "p95 ms", "p99 ms", "max ms"])
        table.add(SoakTally.row("search, before the load", idle.times(of: .search)))
        for kind in SoakTally.Kind.allCases { table.add(SoakTally.row(kind.rawValue, tally.times(of: kind))) }
        print(table.text)
        print("search p99 \(TextTable.number(before > 0 ? after / before : 0)) times that before the load")
        print(
            "memory \(memory.first ?? 0) KiB at first, \(least)-\(most) KiB later on, "
                + "±\(TextTable.number(spread)) % around the middle")
        print("commits seen by the subscriber \(tally.changes), revision \(status?.revision ?? 0), \(duration) s")
        if long {
            if after > before * 5 { broken.append("a search takes more than five times as long under load") }
            if spread > 10 { broken.append("memory is not flat within 10 %") }
        }
        print("errors \(broken.count)")
        for line in broken.prefix(20) { print("  " + line.prefix(300)) }
        return broken.isEmpty
    }
}
