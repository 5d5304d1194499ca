import Foundation
import IndexStorage
import Measuring
import SearchProtocol

/// The results of several kills during one kind of work.
struct KillTally {
    let work: GenerationWork?
    var kills = 0
    var inTheMiddle = 0
    var finished = 0
    var lost = 0
    var unreadable = 0
    var brokenCopies = 0
    var strays = 0
    var complaints: [String] = []
    var starts = Quantiles()

    static let head = [
        "killed during", "kills", "in the middle", "finished before", "lost", "unreadable", "broken copies", "strays",
        "start p50 ms", "max ms",
    ]

    var row: [String] {
        [
            work?.rawValue ?? "all", "\(kills)", "\(inTheMiddle)", "\(finished)", "\(lost)", "\(unreadable)",
            "\(brokenCopies)", "\(strays)", TextTable.number(starts.percentile(50)), TextTable.number(starts.largest),
        ]
    }

    /// Whether every guarantee was kept.
    var holds: Bool {
        lost + unreadable + brokenCopies + strays == 0 && complaints.isEmpty && starts.largest < 2_000
    }

    mutating func add(_ other: KillTally) {
        kills += other.kills
        inTheMiddle += other.inTheMiddle
        finished += other.finished
        lost += other.lost
        unreadable += other.unreadable
        brokenCopies += other.brokenCopies
        strays += other.strays
        complaints += other.complaints
        starts.add(other.starts)
    }
}

/// One kill: the daemon works and is killed, the index is examined, and the daemon is started again.
struct KillTrial {
    let daemon: HarmedDaemon
    let ledger: ArticleLedger
    let articles: Int

    private var copy: String { daemon.path + "/copy" }

    /// Runs the trial on a running daemon, and leaves one running.
    ///
    /// - Parameters:
    ///   - pause: the delay before the kill in microseconds.
    ///   - tally: the tally to which the figures are added.
    /// - Throws: an error if the daemon does not start, or refuses to write.
    func run(after pause: UInt32, _ tally: inout KillTally) async throws {
        try checkStrays(&tally)
        let before = ledger.acknowledged
        let clients = FaultInjectionWorkload(ledger: ledger)
        clients.start(tally.work ?? .nothing, clients: 2, socket: daemon.socket, copy: copy)
        usleep(pause)
        tally.inTheMiddle += clients.isWorking || tally.work == .nothing ? 1 : 0
        daemon.kill()
        clients.wait()
        tally.kills += 1
        tally.finished += clients.finished
        tally.complaints += clients.complaints
        do {
            if try HarmedDaemon.problems(in: daemon.index) > 0 { tally.unreadable += 1 }
            let isThere = try IndexFolder(path: daemon.index).currentGeneration() != nil
            let found = isThere ? try await HarmedDaemon.texts(in: daemon.index, upTo: articles) : [:]
            tally.lost += ledger.settle(found).count
        } catch {
            tally.unreadable += 1
            tally.complaints.append("\(error)")
        }
        await checkCopy(since: before, &tally)
        tally.starts.add(try daemon.start())
    }

    /// Sends one write request, after which no file of an interrupted process may be left.
    private func checkStrays(_ tally: inout KillTally) throws {
        let connection = try daemon.connect()
        let sent = ledger.next(1)
        let params = IndexParams(articles: try sent.map { try $0.json() })
        _ = try connection.call(.index, params, returning: IndexResult.self)
        ledger.acknowledge(sent)
        tally.strays += daemon.strays.count
    }

    /// Checks a copy, which is complete if it exists.
    ///
    /// It must contain all articles that had been acknowledged when it was begun, or later versions of them.
    private func checkCopy(since before: [Int?], _ tally: inout KillTally) async {
        guard tally.work == .backup, FileManager.default.fileExists(atPath: copy) else { return }
        do {
            let found = try await HarmedDaemon.texts(in: copy, upTo: articles)
            let isMissing = before.indices.contains { before[$0] != nil && found[$0] == nil }
            let problems = try HarmedDaemon.problems(in: copy)
            if isMissing || problems > 0 { tally.brokenCopies += 1 }
        } catch {
            // The deletion of the previous copy cannot have been interrupted: this process does that.
            tally.brokenCopies += 1
            tally.complaints.append("\(error)")
        }
        try? FileManager.default.removeItem(atPath: copy)
    }
}
