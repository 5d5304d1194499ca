import ArgumentParser
import Foundation
import Measuring
import SearchClient
import Seeding

/// Changes single bytes in the tables of an index, and checks that the damage is reported and no answer is wrong.
struct FlipsStressTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flips",
        abstract: "Flip bytes in random places of the tables: check names it, searches refuse, a rebuild repairs.",
        discussion: """
            A daemon that libxapian faults in ends; the client starts the next one and asks once more. Then the answer, or the name \
            of the damage, must come within a second. Nothing wrong may be answered.
            """)

    @Flag(help: "A hundred flips instead of twenty.")
    var long = false

    @Option(help: "How many flips, whatever else was said.")
    var count: Int?

    @Option(help: "What makes the places random; the same for the same seed.")
    var seed: UInt64 = 4

    @Option(help: "How many invented articles.")
    var articles = 400

    func run() async throws {
        let home = try TrialHome(articles: articles, seed: seed)
        defer { home.clear() }
        let start = ContinuousClock.now
        try makeIndex(home)
        let sound = home.path + "/sound"
        try FileManager.default.moveItem(atPath: home.index, toPath: sound)
        var numbers = SeededGenerator(seed: seed)
        let asking = FlipQuestions(articles: articles, numbers: &numbers)
        try FileManager.default.copyItem(atPath: sound, toPath: home.index)
        let expected = try answers(home, asking)
        var tally = FlipTally()
        for number in 0..<(count ?? (long ? 100 : 20)) {
            try FileManager.default.removeItem(atPath: home.index)
            try FileManager.default.copyItem(atPath: sound, toPath: home.index)
            let flip = try Flip(in: home.index, numbers: &numbers)
            let outcome = try FlipOutcome(of: flip, in: home, asking, expected)
            tally.add(outcome)
            if let broken = outcome.violation { print("flip \(number), \(flip): \(broken)") }
        }
        tally.print(seconds: start.duration(to: .now) / .seconds(1))
        if tally.violations > 0 { throw ExitCode(1) }
    }

    /// Creates an index of a sealed database and a live one.
    ///
    /// A third of the sealed articles have been replaced since, and some removed.
    private func makeIndex(_ home: TrialHome) throws {
        let lines = TrialHome.lines(articles: articles, seed: seed)
        var before = TrialHome.lines(articles: articles + articles / 20, seed: seed &+ 1)
        for place in lines.indices where place % 3 > 0 { before[place] = lines[place] }
        // Half of the new articles were never sealed.
        for place in lines.indices.reversed() where place % 6 == 0 { before.remove(at: place) }
        try home.write(before)
        let index = ["index", "--no-daemon", "--quiet", home.archive]
        guard try home.tracuu(index).status == 0, try home.tracuu(["compact", "--no-daemon", "--quiet"]).status == 0
        else { throw ValidationError("the invented articles cannot be indexed and compacted") }
        try home.write(lines)
        guard try home.tracuu(index).status == 0 else {
            throw ValidationError("the index cannot be brought up to date")
        }
    }

    private func answers(_ home: TrialHome, _ asking: FlipQuestions) throws -> [FlipAnswer] {
        let client = FlipClient(home)
        defer { client.end() }
        return try asking.ask(client)
    }
}

/// A change of one byte in one table.
struct Flip: CustomStringConvertible {
    let table: String
    let offset: Int
    let mask: UInt8

    /// Changes a byte of an index: mostly in the postings, sometimes in the texts or the term lists, rarely elsewhere.
    init(in index: String, numbers: inout SeededGenerator) throws {
        let files = FileManager.default.enumerator(atPath: index)?.compactMap { $0 as? String } ?? []
        let wanted = ["postlist.glass", "docdata.glass", "termlist.glass", "iamglass"]
        let weighted = [5, 4, 3, 1].enumerated().flatMap { Array(repeating: wanted[$0.offset], count: $0.element) }
        let table = weighted[Int.random(in: 0..<weighted.count, using: &numbers)]
        // Most tables exist once in the sealed database and once in the live one.
        let fitting = files.filter { $0.hasSuffix(table) }.sorted()
        guard let file = fitting.randomElement(using: &numbers) else { throw CocoaError(.fileNoSuchFile) }
        let url = URL(fileURLWithPath: index + "/" + file)
        var bytes = try Data(contentsOf: url)
        offset = Int.random(in: 0..<bytes.count, using: &numbers)
        mask = UInt8.random(in: 1...255, using: &numbers)
        bytes[offset] ^= mask
        try bytes.write(to: url)
        self.table = file.split(separator: "/").suffix(2).joined(separator: "/")
    }

    var description: String { "\(table) byte \(offset) ^ \(mask)" }
}
