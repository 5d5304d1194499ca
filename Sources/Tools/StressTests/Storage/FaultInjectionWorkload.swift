import Foundation
import SearchClient
import SearchProtocol
import Synchronization
import UnixSockets

/// What a client has the daemon do beside indexing.
enum GenerationWork: String, CaseIterable {
    case nothing = "indexing"
    case compact, rebuild, backup

    /// Has the daemon do it once.
    ///
    /// - Parameters:
    ///   - connection: the daemon.
    ///   - copy: where a backup goes to.
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

/// Clients on threads of their own that have a daemon work until it is gone.
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

    /// Whether the work beside indexing is under way at this instant.
    var isWorking: Bool { state.withLock(\.isWorking) }
    /// How often that work was finished.
    var finished: Int { state.withLock(\.finished) }
    /// Errors that the daemon answered; there should be none.
    var complaints: [String] { state.withLock(\.complaints) }

    /// Starts clients that index, and one that does something else, until their connections end.
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
