import ArgumentParser
import Foundation
import IndexStorage
import SearchClient
import SearchEngine
import SearchProtocol
import UnixSockets

/// The results of several interrupted loads of an empty index.
struct LoadTally {
    var trials = 0
    var inTheMiddle = 0
    var told = 0
    var inParts = 0
    var unreadable = 0
    var strays = 0
    var complaints: [String] = []

    static let head = ["load cut short by", "trials", "before its end", "told so", "in part", "unreadable", "strays"]

    func row(_ name: String) -> [String] {
        [name, "\(trials)", "\(inTheMiddle)", "\(told)", "\(inParts)", "\(unreadable)", "\(strays)"]
    }

    /// Whether every guarantee was kept.
    var holds: Bool { inParts + unreadable + strays == 0 && complaints.isEmpty }
}

/// One interrupted load of an empty index.
///
/// The index must contain none or all of the load, and the next load must succeed.
struct LoadTrial {
    /// The number of articles in the file, which is too many for the ordinary way of writing.
    static let articles = 5_000

    let daemon: HarmedDaemon
    /// The file of the articles, as JSON Lines.
    let file: String

    /// Writes the file.
    static func writeArticles(to path: String) throws {
        var lines: [UInt8] = []
        for number in 0..<articles {
            lines += try NumberedArticle(number: number, version: 1).json().bytes
            lines.append(UInt8(ascii: "\n"))
        }
        try Data(lines).write(to: URL(filePath: path))
    }

    /// Kills the daemon while it loads.
    ///
    /// - Parameters:
    ///   - pause: the delay before the kill in microseconds.
    ///   - tally: the tally to which the figures are added.
    /// - Throws: an error if the daemon does not start, or does not load afterwards.
    func kill(after pause: UInt32, _ tally: inout LoadTally) async throws {
        tally.trials += 1
        let ended = DispatchSemaphore(value: 0)
        let outcome = LoadOutcome()
        let thread = Thread { [socket = daemon.socket, file] in
            outcome.set {
                guard let connection = try Connection.ifServed(at: SocketPath(socket)) else { return false }
                try LoadTrial.load(file, connection)
                return true
            }
            ended.signal()
        }
        thread.start()
        usleep(pause)
        daemon.kill()
        ended.wait()
        try await look(wasAnswered: outcome.isAnswered, &tally)
        _ = try daemon.start()
        try await finish(&tally)
    }

    /// Fills the disk while the daemon loads.
    ///
    /// - Parameters:
    ///   - bytes: the free space to leave.
    ///   - disk: the disk.
    ///   - tally: the tally to which the figures are added.
    /// - Throws: an error if the daemon does not load once there is space again.
    func fill(leaving bytes: Int, of disk: SmallDisk, _ tally: inout LoadTally) async throws {
        tally.trials += 1
        try disk.leave(bytes)
        let outcome = LoadOutcome()
        let connection = try daemon.connect()
        outcome.set {
            try LoadTrial.load(file, connection)
            return true
        }
        if let message = outcome.refusal {
            tally.told += 1
            if !message.contains("is full") { tally.complaints.append("answered: \(message)") }
        }
        try await look(wasAnswered: outcome.isAnswered, &tally)
        disk.freeSpace()
        try await finish(&tally)
    }

    private static func load(_ file: String, _ connection: Connection) throws {
        _ = try connection.call(.index, IndexParams(paths: [file]), returning: IndexResult.self)
    }

    private func look(wasAnswered: Bool, _ tally: inout LoadTally) async throws {
        if !wasAnswered { tally.inTheMiddle += 1 }
        let folder = IndexFolder(path: daemon.index)
        guard try folder.currentGeneration() != nil else { return }
        do {
            if try HarmedDaemon.problems(in: daemon.index) > 0 { tally.unreadable += 1 }
            let count = try await ArticleReader(folder: folder).statistics().articles
            if count != LoadTrial.articles && (count != 0 || wasAnswered) { tally.inParts += 1 }
        } catch {
            tally.unreadable += 1
            tally.complaints.append("\(error)")
        }
    }

    /// Loads again, and checks every article.
    private func finish(_ tally: inout LoadTally) async throws {
        let connection = try daemon.connect()
        try LoadTrial.load(file, connection)
        let found = try await HarmedDaemon.texts(in: daemon.index, upTo: LoadTrial.articles)
        let isWhole = (0..<LoadTrial.articles).allSatisfy {
            found[$0] == NumberedArticle(number: $0, version: 1).body
        }
        if !isWhole { tally.inParts += 1 }
        tally.strays += daemon.strays.count
    }
}

/// The outcome of a load request, set by one thread and read by another one afterwards.
private final class LoadOutcome: @unchecked Sendable {
    private(set) var isAnswered = false
    private(set) var refusal: String?

    /// Runs a request, and records its outcome; `body` returns whether it was answered.
    func set(_ body: () throws -> Bool) {
        do {
            isAnswered = try body()
        } catch {
            guard let error = error as? ClientError, case .answered(let answer) = error else { return }
            refusal = answer.message
        }
    }
}
