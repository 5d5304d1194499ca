import ArgumentParser
import Foundation
import IndexStorage
import JSON
import Measuring
import SearchClient
import SearchEngine
import SearchProtocol
import UnixSockets
import Xapian

/// A daemon with its own index and socket, which is killed and started again.
final class HarmedDaemon {
    private let folder: URL
    /// The folder of the socket, the configuration and the log.
    var path: String { folder.path }
    /// The folder of the index.
    let index: String
    private var process: SpawnedProgram?

    /// Creates a daemon that is not running yet.
    ///
    /// - Parameter disk: the folder in which to place the index; nil for the folder of the socket.
    /// - Throws: an error if a folder cannot be created.
    init(disk: String? = nil) throws {
        folder = try TemporaryFolders.make("stress-tests")
        index = (disk ?? folder.path) + "/index"
        try Data("writing:\n  commitBytes: 64KiB\n".utf8).write(to: URL(filePath: path + "/tracuu.yaml"))
    }

    deinit {
        kill()
        TemporaryFolders.remove(folder)
    }

    var socket: String { path + "/s" }

    /// Starts the daemon, and returns the milliseconds until it has answered a first request.
    func start() throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        let program = MeasuredHome.programs.appendingPathComponent("tracuud").path
        let arguments = ["--config", path + "/tracuu.yaml", "--index", index, "--socket", socket]
        let process = try SpawnedProgram(program, arguments, log: path + "/log")
        self.process = process
        while process.isRunning {
            if let connection = try Connection.ifServed(at: SocketPath(socket)) {
                // Before anything is indexed there is no status; an error is also an answer.
                do { _ = try status(connection) } catch { guard case .answered = error else { throw error } }
                return start.duration(to: clock.now) / .milliseconds(1)
            }
            usleep(1_000)
        }
        let text = (try? String(contentsOfFile: path + "/log", encoding: .utf8)) ?? ""
        throw ValidationError("the daemon ended at once: \(text.suffix(300))")
    }

    /// Kills the daemon with SIGKILL, and waits until it has ended.
    func kill() {
        process?.kill()
        process = nil
    }

    var isRunning: Bool { process?.isRunning ?? false }

    func connect() throws -> Connection {
        guard let connection = try Connection.ifServed(at: SocketPath(socket)) else {
            throw ValidationError("nobody listens at \(socket)")
        }
        return connection
    }

    func status(_ connection: Connection) throws(ClientError) -> StatusResult {
        try connection.call(.status, JSONValue?.none, returning: StatusResult.self)
    }

    /// The texts of the articles in an index, by number, read in this process.
    static func texts(in index: String, upTo count: Int) async throws -> [Int: String] {
        let reader = ArticleReader(folder: IndexFolder(path: index))
        var texts: [Int: String] = [:]
        for number in 0..<count {
            let id = NumberedArticle(number: number, version: 1).id
            if let article = try await reader.article(id: id) { texts[number] = article.body }
        }
        return texts
    }

    /// The number of problems that Xapian finds in the tables of an index.
    static func problems(in index: String) throws -> Int {
        guard let generation = try IndexFolder(path: index).presentGeneration() else { return 0 }
        return try generation.databasePaths.reduce(0) { try $0 + Database.check(path: $1).problemCount }
    }

    /// The files in the index's folder that should not exist after a writer has run.
    var strays: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: index)) ?? []
        let others = names.filter { !["CURRENT", "writer.lock", "readers.lock", "failures.json"].contains($0) }
        guard let current = try? IndexFolder(path: index).presentGeneration() else { return others }
        return others.filter { index + "/" + $0 != current.path }
    }
}
