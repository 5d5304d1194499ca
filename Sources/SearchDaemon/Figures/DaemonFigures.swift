import Foundation
import JSON
package import SearchProtocol
import Synchronization

/// Statistics of the requests, connections and errors that the daemon has seen, for `status`.
///
/// Its size is bounded: the numbers of methods, error codes and listed errors are all limited. It keeps nothing of
/// what anyone searched.
package final class DaemonFigures: Sendable {
    /// The maximum number of errors listed.
    private static let listedErrors = 16

    private struct State {
        var latencies: [Method: LatencyRecord] = [:]
        var errors: [ErrorEvent] = []
        var errorCounts: [ErrorCode: Int] = [:]
        var otherErrors = 0
        var connections = ConnectionFigures(open: 0, subscribed: 0, accepted: 0, refused: 0)
    }

    /// The time when the daemon was started.
    package let start = ContinuousClock.now
    private let state = Mutex(State())

    /// Creates empty statistics.
    package init() {}

    /// Records a request that was carried out or failed.
    func note(_ method: Method, took time: Duration) {
        let minute = currentMinute
        state.withLock { state in
            state.latencies[method, default: LatencyRecord()].add(microseconds: time.microseconds, minute: minute)
        }
    }

    /// Records an error that was sent to a client, or that ended a connection.
    func note(_ error: ProtocolError, of method: Method?, at time: Date = .now) {
        state.withLock { state in
            guard let known = error.known else {
                state.otherErrors += 1
                return
            }
            state.errorCounts[known, default: 0] += 1
            guard known.isListed else { return }
            let event = ErrorEvent(
                time: time.formatted(.iso8601), code: error.code, name: known.name, method: method?.name,
                message: error.messageWithoutInput, count: 1)
            if let last = state.errors.last, last.isSame(as: event) {
                state.errors[state.errors.count - 1].time = event.time
                state.errors[state.errors.count - 1].count += 1
                return
            }
            if state.errors.count == DaemonFigures.listedErrors { state.errors.removeFirst() }
            state.errors.append(event)
        }
    }

    /// Updates the statistics of connections.
    func noteConnections(_ change: (inout ConnectionFigures) -> Void) { state.withLock { change(&$0.connections) } }

    /// Adds the daemon's statistics to a status.
    package func fill(_ status: inout StatusResult) {
        let minute = currentMinute
        let state = state.withLock { $0 }
        let methods = Method.allCases.compactMap { method in state.latencies[method].map { (method.name, $0) } }
        status.uptimeSeconds = Int(start.duration(to: .now).components.seconds)
        status.process = Int(getpid())
        status.memory = ProcessMemory.current()
        status.connections = state.connections
        status.latency = JSONEntries(methods.map { ($0.0, $0.1.sinceStart) })
        status.recentLatency = JSONEntries(
            methods.compactMap { entry in entry.1.recent(minute: minute).map { (entry.0, $0) } })
        status.errors = state.errors
        status.errorCounts = JSONEntries(
            ErrorCode.allCases.compactMap { code in state.errorCounts[code].map { (code.name, $0) } })
    }

    private var currentMinute: Int { Int(start.duration(to: .now).components.seconds / 60) }
}

extension ErrorCode {
    /// Whether the error points to a problem of the daemon or a faulty client; the others are everyday answers to
    /// people who type.
    var isListed: Bool {
        switch self {
        case .badQuery, .cancelled, .contentModified: false
        default: true
        }
    }

    /// Whether the whole message is the daemon's own text.
    fileprivate var isOwnMessage: Bool {
        switch self {
        case .indexUnusable, .busy, .tooLarge, .deadlinePassed, .cancelled, .contentModified: true
        case .parseError, .invalidRequest, .methodNotFound, .invalidParams, .internalError, .badQuery: false
        }
    }
}

extension ProtocolError {
    /// The reason for the error without anything that the client sent: its words are private.
    var messageWithoutInput: String {
        guard let known else { return "" }
        return known.isOwnMessage ? message : known.meaning
    }
}

extension ErrorEvent {
    fileprivate func isSame(as other: ErrorEvent) -> Bool {
        (code, method, message) == (other.code, other.method, other.message)
    }
}

extension Duration {
    /// The duration in microseconds, rounded down.
    var microseconds: Int { Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000) }
}
