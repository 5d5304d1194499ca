import Foundation
import JSON
import Measuring
import SearchProtocol

/// The consequences of one flip.
struct FlipOutcome {
    private(set) var right = 0
    private(set) var refused = 0
    private(set) var different = 0
    private(set) var wrongTexts = 0
    private(set) var otherErrors: [Int] = []
    /// The number of questions that not even a second daemon answered.
    private(set) var unanswered = 0
    /// The number of daemons that ended.
    private(set) var faults = 0
    /// The times in milliseconds until a question was answered after a daemon had ended on it.
    private(set) var recoveries = Quantiles()
    private(set) var isNamed = false
    private(set) var repair = Repair.notNeeded

    /// The means by which the index was repaired.
    enum Repair { case notNeeded, rebuild, rebuildAndFiles, files, nothing }

    /// Queries, checks and repairs an index that was damaged.
    init(of flip: Flip, in home: TrialHome, _ asking: FlipQuestions, _ expected: [FlipAnswer]) throws {
        let client = FlipClient(home)
        for (answer, expected) in zip(try asking.ask(client), expected) { count(answer, expected) }
        let check = try client.connection().call(.check, CheckParams(), returning: CheckResult.self)
        (faults, recoveries) = (client.faults, client.recoveries)
        isNamed = !check.ok && !check.problems.isEmpty
        client.end()
        if isNamed { repair = try repaired(home, asking, expected) }
    }

    private mutating func count(_ answer: FlipAnswer, _ expected: FlipAnswer) {
        if answer == expected {
            right += 1
            return
        }
        switch (answer, expected) {
        case (.error(ErrorCode.indexUnusable.number), _): refused += 1
        case (.error(let code), _): otherErrors.append(code)
        case (.lost, _): unanswered += 1
        case (.result(_, let titles), .result(_, let soundTitles)):
            different += 1
            if titles.contains(where: { soundTitles[$0.key] != nil && soundTitles[$0.key] != $0.value }) {
                wrongTexts += 1
            }
        default: different += 1
        }
    }

    private func repaired(_ home: TrialHome, _ asking: FlipQuestions, _ expected: [FlipAnswer]) throws -> Repair {
        let rebuild = try home.tracuu(["rebuild", "--json"])
        if rebuild.status == 0, try isSound(home) { return .rebuild }
        if rebuild.status != 0 { try? FileManager.default.removeItem(atPath: home.index) }
        _ = try home.tracuu(["index", "--no-daemon", "--quiet", home.archive])
        guard try isSound(home) else { return .nothing }
        return rebuild.status == 0 ? .rebuildAndFiles : .files
    }

    /// Whether the index is sound, and contains every article of the file.
    private func isSound(_ home: TrialHome) throws -> Bool {
        guard try home.tracuu(["check", "--no-daemon", "--json"]).status == 0 else { return false }
        let output = try home.tracuu(["status", "--no-daemon", "--json"]).output
        let articles = (try? JSONValue(parsing: output)).flatMap { try? StatusResult(json: $0) }?.articles
        return try articles == Data(contentsOf: URL(fileURLWithPath: home.archive)).count { $0 == 0x0A }
    }

    /// Whether the flip changed no data that is read.
    var hadNoEffect: Bool { !isNamed && refused + different + otherErrors.count + faults == 0 }

    /// The guarantee that was violated, or nil.
    var violation: String? {
        if unanswered > 0 { return "\(unanswered) questions were not answered by the next daemon either" }
        if recoveries.largest > 1_000 { return "the answer after a fault took \(Int(recoveries.largest)) ms" }
        if !isNamed && !hadNoEffect { return "answers changed, and check names no damage" }
        if wrongTexts > 0 { return "\(wrongTexts) answers gave a wrong text without an error" }
        if !otherErrors.isEmpty { return "answers had other errors than -32003: \(otherErrors)" }
        return repair == .nothing ? "neither a rebuild nor the files repaired it" : nil
    }
}

/// The outcomes of many flips.
struct FlipTally {
    private var outcomes: [FlipOutcome] = []

    mutating func add(_ outcome: FlipOutcome) { outcomes.append(outcome) }

    var violations: Int { outcomes.count { $0.violation != nil } }

    /// Prints all figures as a table.
    func print(seconds: Double) {
        let sum = { (count: (FlipOutcome) -> Int) in outcomes.reduce(0) { $0 + count($1) } }
        let repaired = { (way: FlipOutcome.Repair) in outcomes.count { $0.repair == way } }
        var recoveries = Quantiles()
        for outcome in outcomes { recoveries.add(outcome.recoveries) }
        let rows: [(String, Int)] = [
            ("flips", outcomes.count), ("in bytes that nothing reads", outcomes.count(where: \.hadNoEffect)),
            ("damage named by check", outcomes.count(where: \.isNamed)),
            ("daemons that ended by a fault", sum(\.faults)),
            ("ms to the answer after that, p50", Int(recoveries.percentile(50))),
            ("ms to the answer after that, most", Int(recoveries.largest)),
            ("questions without an answer", sum(\.unanswered)),
            ("answers as before", sum(\.right)), ("answers -32003", sum(\.refused)),
            ("answers that differ without an error", sum(\.different)),
            ("of these with a wrong text", sum(\.wrongTexts)),
            ("repaired by rebuild alone", repaired(.rebuild)),
            ("repaired by rebuild and files", repaired(.rebuildAndFiles)),
            ("repaired by files alone", repaired(.files)), ("not repaired", repaired(.nothing)),
            ("violations", violations), ("seconds", Int(seconds)),
        ]
        for (name, value) in rows { Swift.print(name.padding(toLength: 40, withPad: " ", startingAt: 0), value) }
    }
}
