import Foundation
import SearchClient
import SearchProtocol
import Synchronization
import UnixSockets

/// The work that a client requests in addition to indexing.
enum GenerationWork: String, CaseIterable {
    case nothing = "indexing"
    case compact, rebuild, backup

    /// Requests this work once.
    ///
    /// - Parameters:
    ///   - connection: the connection to the daemon.
    ///   - copy: the destination of a backup.
    /// - Throws: `ClientError`.
    func run(_ connection: Connection, copy: String) throws(ClientError) {
        switch self {
        case .nothing: break
        case .compact: _ = try connection.call(.compact, ProgressTokenParams(), returning: CompactResult.self)
        case .rebuild: _ = try connection.call(.rebuild, ProgressTokenParams(), returning: RebuildResult.self)
        case .backup: _ = try connection.call(.backup, BackupParams(path: copy), returning: BackupResult.self)
        }
    }
}

/// Clients on separate threads that keep a daemon busy until it ends.
final class FaultInjectionWorkload: Sendable {
    private struct State {
        var isWorking = false
        var finished = 0
        var complaints: [String] = []
    }

    private let state = Mutex(State())
    private let ended = DispatchGroup()
    private let ledger: ArticleLedger
    private let batch: ClosedRange<Int>

    init(ledger: ArticleLedger, batch: ClosedRange<Int> = 1...60) {
        self.ledger = ledger
        self.batch = batch
    }

    /// Whether the work in addition to indexing is currently running.
    var isWorking: Bool { state.withLock(\.isWorking) }
    /// How often that work was completed.
    var finished: Int { state.withLock(\.finished) }
    /// Errors in the daemon's answers; there should be none.
    var complaints: [String] { state.withLock(\.complaints) }

    /// Starts clients that index, and one that requests other work, until their connections end.
    func start(_ work: GenerationWork, clients: Int, socket: String, copy: String) {
        for _ in 0..<clients {
            onThread(socket) { [ledger, batch] connection throws in
                let articles = ledger.next(.random(in: batch))
                let params = IndexParams(articles: try articles.map { try $0.json() })
                _ = try connection.call(.index, params, returning: IndexResult.self)
                ledger.acknowledge(articles)
            }
        }
        guard work != .nothing else { return }
        onThread(socket) { [self] connection throws in
            if work == .backup { try? FileManager.default.removeItem(atPath: copy) }
            state.withLock { $0.isWorking = true }
            try work.run(connection, copy: copy)
            state.withLock {
                $0.isWorking = false
                $0.finished += 1
            }
        }
    }

    /// Waits until every client has lost its connection.
    func wait() { ended.wait() }

    private func onThread(_ socket: String, _ body: @escaping @Sendable (Connection) throws -> Void) {
        ended.enter()
        let thread = Thread { [self] in
            defer { ended.leave() }
            do {
                guard let connection = try Connection.ifServed(at: SocketPath(socket)) else { return }
                while true { try body(connection) }
            } catch {
                guard let error = error as? ClientError, case .answered = error else { return }
                state.withLock { $0.complaints.append("\(error)") }
            }
        }
        thread.start()
    }
}
