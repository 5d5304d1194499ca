import Foundation
import JSON
package import SearchProtocol
import Synchronization

/// What the daemon remembers of the requests, connections and errors that it has seen, for `status`.
///
/// It is bounded: methods, error codes and the errors listed are so many and no more. Nothing of what anybody searched is kept.
package final class DaemonFigures: Sendable {
    /// Errors that are listed.
    private static let listedErrors = 16

    private struct State {
        var latencies: [Method: LatencyRecord] = [:]
        var errors: [ErrorEvent] = []
        var errorCounts: [ErrorCode: Int] = [:]
        var otherErrors = 0
        var connections = ConnectionFigures(open: 0, subscribed: 0, accepted: 0, refused: 0)
    }

    /// When the daemon was started.
    package let start = ContinuousClock.now
    private let state = Mutex(State())

    /// Nothing seen yet.
    package init() {}

    /// Takes note of a request that was carried out or failed.
    func note(_ method: Method, took time: Duration) {
        let minute = currentMinute
        state.withLock { state in
            state.latencies[method, default: LatencyRecord()].add(microseconds: time.microseconds, minute: minute)
        }
    }

    /// Takes note of an error that a client was answered, or that ended a connection.
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

    /// Changes the figures of connections.
    func noteConnections(_ change: (inout ConnectionFigures) -> Void) { state.withLock { change(&$0.connections) } }

    /// Adds to a status what the daemon knows of itself.
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
    /// Whether it says something of the daemon or of a faulty client; the others are everyday answers to people who type.
    var isListed: Bool {
        switch self {
        case .badQuery, .cancelled, .contentModified: false
        default: true
        }
    }

    /// Whether the daemon made the whole message out of its own words.
    fileprivate var isOwnMessage: Bool {
        switch self {
        case .indexUnusable, .busy, .tooLarge, .deadlinePassed, .cancelled, .contentModified: true
        case .parseError, .invalidRequest, .methodNotFound, .invalidParams, .internalError, .badQuery: false
        }
    }
}

extension ProtocolError {
    /// What went wrong, with nothing of what a client sent: its words are nobody's business.
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
    /// The duration in microseconds, cut off.
    var microseconds: Int { Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000) }
}
