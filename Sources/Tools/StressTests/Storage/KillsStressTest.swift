import ArgumentParser
import Foundation
import Measuring
import Seeding

/// Tests whether committed data is lost when the daemon is killed.
struct KillsStressTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kills",
        abstract: "Kill the daemon with -9 at random instants while it indexes, compacts, rebuilds and copies.",
        discussion: """
            After each kill the index must hold every article that the daemon had answered for, with its text; Xapian must find \
            no problem in its tables; a copy that is there must be whole; the daemon must answer again within 2 s, and the next \
            writer must clear up. Of a load of an empty index that was killed, all must be there or nothing.
            """)

    @Flag(help: "300 kills in place of 20.")
    var long = false

    @Option(help: "How many kills.")
    var kills: Int?

    @Option(help: "What the random numbers start from.")
    var seed: UInt64 = 1

    @Option(help: "How many articles are written again and again.")
    var articles = 600

    func run() async throws {
        let daemon = try HarmedDaemon()
        let ledger = ArticleLedger(articles: articles, seed: seed)
        var numbers = SeededGenerator(seed: seed)
        var tallies = GenerationWork.allCases.map { KillTally(work: $0) }
        let count = kills ?? (long ? 300 : 20)
        _ = try daemon.start()
        for round in 0..<count {
            let kind = round % tallies.count
            let trial = KillTrial(daemon: daemon, ledger: ledger, articles: articles)
            // In the first rounds the index is small, so operations on it are short.
            let pause = UInt32.random(in: 5_000...(round < 8 ? 400_000 : 800_000), using: &numbers)
            try await trial.run(after: pause, &tallies[kind])
        }
        var table = TextTable(KillTally.head)
        var sum = KillTally(work: nil)
        for tally in tallies {
            table.add(tally.row)
            sum.add(tally)
        }
        table.add(sum.row)
        print(table.text)
        print("\(ledger.acknowledgements) articles acknowledged, each looked for after every kill")
        let loads = try await killLoads(max(2, count / 5), &numbers)
        for complaint in Set(sum.complaints + loads.complaints).sorted() { print("complaint: \(complaint)") }
        if !sum.holds || !loads.holds { throw ExitCode(1) }
    }

    /// Kills daemons while they load an empty index, a new one each time.
    private func killLoads(_ count: Int, _ numbers: inout SeededGenerator) async throws -> LoadTally {
        var tally = LoadTally()
        for _ in 0..<count {
            let daemon = try HarmedDaemon()
            _ = try daemon.start()
            try LoadTrial.writeArticles(to: daemon.path + "/articles.jsonl")
            try await LoadTrial(daemon: daemon, file: daemon.path + "/articles.jsonl")
                .kill(after: UInt32.random(in: 20_000...1_500_000, using: &numbers), &tally)
        }
        var table = TextTable(LoadTally.head)
        table.add(tally.row("SIGKILL"))
        print(table.text)
        return tally
    }
}
