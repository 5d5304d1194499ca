import Foundation
import Measuring
import SearchClient
import SearchEngine
import SearchProtocol

/// The results of filling the disk at several points of one kind of work.
struct FullDiskTally {
    let work: GenerationWork?
    var points = 0
    var refused = 0
    var lost = 0
    var unreadable = 0
    var strays = 0
    var complaints: [String] = []
    var starts = Quantiles()

    static let head = [
        "full during", "points", "told so", "lost", "unreadable", "strays", "start p50 ms", "max ms", "complaints",
    ]

    var row: [String] {
        [
            work?.rawValue ?? "all", "\(points)", "\(refused)", "\(lost)", "\(unreadable)", "\(strays)",
            TextTable.number(starts.percentile(50)), TextTable.number(starts.largest), "\(complaints.count)",
        ]
    }

    /// Whether every guarantee was kept.
    var holds: Bool {
        lost + unreadable + strays == 0 && complaints.isEmpty && starts.largest < 2_000 && refused > 0
    }

    mutating func add(_ other: FullDiskTally) {
        points += other.points
        refused += other.refused
        lost += other.lost
        unreadable += other.unreadable
        strays += other.strays
        complaints += other.complaints
        starts.add(other.starts)
    }
}

/// One point: the disk fills while the daemon works.
///
/// The index is examined, the daemon is killed and started again, and space is freed.
struct FullDiskTrial {
    let disk: SmallDisk
    let daemon: HarmedDaemon
    let ledger: ArticleLedger
    let articles: Int

    private var copy: String { disk.path + "/copy" }

    /// Runs the trial on a running daemon with free disk space, and leaves it in the same state.
    ///
    /// - Parameters:
    ///   - share: the free space to leave, as a fraction of the space that the work needs.
    ///   - tally: the tally to which the figures are added.
    /// - Throws: an error if the daemon does not start, or refuses to write although there is space.
    func run(share: Double, _ tally: inout FullDiskTally) async throws {
        tally.points += 1
        let work = tally.work ?? .nothing
        var connection = try daemon.connect()
        try index(connection, upTo: 40)
        // A compaction needs less space than the index has, a copy needs the same, and a rebuild may need more.
        let bytes = try daemon.status(connection).bytes
        let needed = work == .nothing ? bytes / 8 : work == .compact ? bytes / 2 : bytes * 9 / 10
        try disk.leave(Int(Double(needed) * share))

        let isRefused = try workUntilFull(work, connection, &tally)
        tally.refused += isRefused ? 1 : 0
        try await look(&tally)
        let status = try daemon.status(connection)
        if work == .nothing, isRefused, status.indexing?.state != .stopped {
            tally.complaints.append("status says \(status.indexing?.state.rawValue ?? "nothing") after a failed write")
        }
        _ = try connection.call(.search, SearchParams(query: "đường sắt"), returning: SearchResult.self)

        daemon.kill()
        tally.starts.add(try daemon.start())
        try await look(&tally)
        connection = try daemon.connect()
        if work == .nothing { _ = try workUntilFull(work, connection, &tally) }

        disk.freeSpace()
        try index(connection, upTo: 20)
        if work != .nothing { try work.run(connection, copy: copy) }
        try? FileManager.default.removeItem(atPath: copy)
        let after = try daemon.status(connection)
        if after.indexing?.state != .idle {
            tally.complaints.append("status says \(after.indexing?.state.rawValue ?? "nothing") with room again")
        }
        tally.strays += daemon.strays.count
        tally.strays += try FileManager.default.contentsOfDirectory(atPath: disk.path).filter { $0 != "index" }.count
        try await look(&tally)
    }

    /// Indexes, or does the other work, until the daemon reports that the disk is full; false if it never does.
    private func workUntilFull(
        _ work: GenerationWork, _ connection: Connection, _ tally: inout FullDiskTally
    ) throws -> Bool {
        for _ in 0..<400 {
            do {
                if work == .nothing {
                    try index(connection, upTo: 60)
                } else {
                    try work.run(connection, copy: copy)
                    try? FileManager.default.removeItem(atPath: copy)
                    // There was enough space; leave less the next time.
                    try disk.leave(disk.freeBytes / 2)
                }
            } catch let error as ClientError {
                guard case .answered(let answer) = error else { throw error }
                if !answer.message.contains("is full") || answer.message.contains("\n") {
                    tally.complaints.append("answered: \(answer.message)")
                }
                return true
            }
        }
        return false
    }

    private func index(_ connection: Connection, upTo count: Int) throws {
        let sent = ledger.next(.random(in: 1...count))
        let params = IndexParams(articles: try sent.map { try $0.json() })
        _ = try connection.call(.index, params, returning: IndexResult.self)
        ledger.acknowledge(sent)
    }

    private func look(_ tally: inout FullDiskTally) async throws {
        do {
            if try HarmedDaemon.problems(in: daemon.index) > 0 { tally.unreadable += 1 }
            tally.lost += ledger.settle(try await HarmedDaemon.texts(in: daemon.index, upTo: articles)).count
        } catch {
            tally.unreadable += 1
            tally.complaints.append("\(error)")
        }
    }
}
