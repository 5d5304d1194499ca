import Foundation
import JSON
import SearchProtocol

/// What became of one flip.
struct FlipOutcome {
    private(set) var right = 0
    private(set) var refused = 0
    private(set) var different = 0
    private(set) var wrongTexts = 0
    private(set) var otherErrors: [Int] = []
    private(set) var isDaemonLost = false
    private(set) var isNamed = false
    private(set) var mending = Mending.notNeeded

    /// What mended the index.
    enum Mending { case notNeeded, rebuild, rebuildAndFiles, files, nothing }

    /// Asks, checks and mends an index that was damaged.
    init(of flip: Flip, in home: TrialHome, _ asking: FlipQuestions, _ expected: [FlipAnswer]) throws {
        let connection = try home.connect()
        let process = connection.daemonProcess
        for (answer, expected) in zip(asking.ask(connection), expected) { count(answer, expected) }
        let check = try? connection.call(.check, CheckParams(), returning: CheckResult.self)
        isDaemonLost = isDaemonLost || check == nil || process.map { kill($0, 0) != 0 } ?? true
        isNamed = check?.ok == false && check?.problems.isEmpty == false
        home.end(connection)
        if isNamed { mending = try mend(home, asking, expected) }
    }

    private mutating func count(_ answer: FlipAnswer, _ expected: FlipAnswer) {
        if answer == expected {
            right += 1
            return
        }
        switch (answer, expected) {
        case (.error(ErrorCode.indexUnusable.number), _): refused += 1
        case (.error(let code), _): otherErrors.append(code)
        case (.lost, _): isDaemonLost = true
        case (.result(_, let titles), .result(_, let soundTitles)):
            different += 1
            if titles.contains(where: { soundTitles[$0.key] != nil && soundTitles[$0.key] != $0.value }) {
                wrongTexts += 1
            }
        default: different += 1
        }
    }

    private func mend(_ home: TrialHome, _ asking: FlipQuestions, _ expected: [FlipAnswer]) throws -> Mending {
        let rebuild = try home.tracuu(["rebuild", "--json"])
        if rebuild.status == 0, try isSound(home) { return .rebuild }
        if rebuild.status != 0 { try? FileManager.default.removeItem(atPath: home.index) }
        _ = try home.tracuu(["index", "--no-daemon", "--quiet", home.archive])
        guard try isSound(home) else { return .nothing }
        return rebuild.status == 0 ? .rebuildAndFiles : .files
    }

    /// Whether the index is sound, and has what the file has.
    private func isSound(_ home: TrialHome) throws -> Bool {
        guard try home.tracuu(["check", "--no-daemon", "--json"]).status == 0 else { return false }
        let output = try home.tracuu(["status", "--no-daemon", "--json"]).output
        let articles = (try? JSONValue(parsing: output)).flatMap { try? StatusResult(json: $0) }?.articles
        return try articles == Data(contentsOf: URL(fileURLWithPath: home.archive)).count { $0 == 0x0A }
    }

    /// Whether the flip changed nothing that is read.
    var hadNoEffect: Bool { !isNamed && refused + different + otherErrors.count == 0 && !isDaemonLost }

    /// Which promise was not held, or nil.
    var brokenPromise: String? {
        if isDaemonLost { return "the daemon was lost" }
        if !isNamed && !hadNoEffect { return "answers changed, and check names no damage" }
        if wrongTexts > 0 { return "\(wrongTexts) answers gave a wrong text without an error" }
        if !otherErrors.isEmpty { return "answers had other errors than -32003: \(otherErrors)" }
        return mending == .nothing ? "neither a rebuild nor the files mended it" : nil
    }
}

/// The outcomes of many flips.
struct FlipTally {
    private var outcomes: [FlipOutcome] = []

    mutating func add(_ outcome: FlipOutcome) { outcomes.append(outcome) }

    var brokenPromises: Int { outcomes.count { $0.brokenPromise != nil } }

    /// Prints all figures as a table.
    func print(seconds: Double) {
        let sum = { (count: (FlipOutcome) -> Int) in outcomes.reduce(0) { $0 + count($1) } }
        let mended = { (way: FlipOutcome.Mending) in outcomes.count { $0.mending == way } }
        let rows: [(String, Int)] = [
            ("flips", outcomes.count), ("in bytes that nothing reads", outcomes.count(where: \.hadNoEffect)),
            ("damage named by check", outcomes.count(where: \.isNamed)),
            ("daemons lost", outcomes.count(where: \.isDaemonLost)),
            ("answers as before", sum(\.right)), ("answers -32003", sum(\.refused)),
            ("answers that differ without an error", sum(\.different)),
            ("of these with a wrong text", sum(\.wrongTexts)),
            ("mended by rebuild alone", mended(.rebuild)), ("mended by rebuild and files", mended(.rebuildAndFiles)),
            ("mended by files alone", mended(.files)), ("not mended", mended(.nothing)),
            ("broken promises", brokenPromises), ("seconds", Int(seconds)),
        ]
        for (name, value) in rows { Swift.print(name.padding(toLength: 40, withPad: " ", startingAt: 0), value) }
    }
}
