import ArgumentParser
import Foundation
import Measuring
import SearchClient
import Seeding

/// Tests whether committed data is lost when the disk is full, and whether writing continues once there is space again.
struct FullDiskStressTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "full-disk",
        abstract: "Fill the index's disk at random points while the daemon indexes, compacts, rebuilds and copies.",
        discussion: """
            The disk is a small one in memory, for which the program has to be root or to have unshare at hand. At each point the \
            daemon must answer with one line that says that the disk is full, search on and hold every article it had answered \
            for; killed and started again on the full disk it must answer within 2 s; and once there is room the same request must \
            succeed without anything being restarted.
            """)

    @Flag(help: "50 points in place of 8.")
    var long = false

    @Option(help: "How many points.")
    var points: Int?

    @Option(help: "What the random numbers start from.")
    var seed: UInt64 = 1

    @Option(help: "How many articles are written again and again.")
    var articles = 1_000

    @Option(help: "The size of the disk, in mebibytes.")
    var size = 96

    func run() async throws {
        if !SmallDisk.isPossible { try SmallDisk.enterNamespace() }
        let disk = try SmallDisk(mebibytes: size)
        let daemon = try HarmedDaemon(disk: disk.path)
        let ledger = ArticleLedger(articles: articles, seed: seed)
        var numbers = SeededGenerator(seed: seed)
        var tallies = GenerationWork.allCases.map { FullDiskTally(work: $0) }
        _ = try daemon.start()
        for point in 0..<(points ?? (long ? 50 : 8)) {
            let kind = point % tallies.count
            let trial = FullDiskTrial(disk: disk, daemon: daemon, ledger: ledger, articles: articles)
            try await trial.run(share: .random(in: 0..<1, using: &numbers), &tallies[kind])
        }
        daemon.kill()
        let loads = try await fillDuringLoads(max(2, (points ?? (long ? 50 : 8)) / 4), disk, &numbers)
        var table = TextTable(FullDiskTally.head)
        var sum = FullDiskTally(work: nil)
        for tally in tallies {
            table.add(tally.row)
            sum.add(tally)
        }
        table.add(sum.row)
        print(table.text)
        print("\(ledger.acknowledgements) articles acknowledged, each looked for at every point")
        for complaint in Set(sum.complaints + loads.complaints).sorted() { print("complaint: \(complaint)") }
        if !sum.holds || !loads.holds || loads.told == 0 { throw ExitCode(1) }
    }

    /// Fills the disk while daemons load an empty index, a new one each time.
    private func fillDuringLoads(
        _ count: Int, _ disk: SmallDisk, _ numbers: inout SeededGenerator
    ) async throws -> LoadTally {
        var tally = LoadTally()
        for _ in 0..<count {
            try FileManager.default.removeItem(atPath: disk.path + "/index")
            let daemon = try HarmedDaemon(disk: disk.path)
            _ = try daemon.start()
            try LoadTrial.writeArticles(to: daemon.path + "/articles.jsonl")
            try await LoadTrial(daemon: daemon, file: daemon.path + "/articles.jsonl")
                .fill(leaving: Int.random(in: 600_000...8_000_000, using: &numbers), of: disk, &tally)
            daemon.kill()
        }
        var table = TextTable(LoadTally.head)
        table.add(tally.row("a full disk"))
        print(table.text)
        return tally
    }
}
