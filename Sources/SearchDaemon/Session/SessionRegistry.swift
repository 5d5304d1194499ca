import JSON
import NIOCore
internal import SearchProtocol
import Synchronization

/// All sessions of the daemon: their number, their subscriptions, and their channels.
final class SessionRegistry: Sendable {
    /// The outcome of a connection's admission.
    enum Admission {
        /// The connection is served.
        case served
        /// The connection is answered with busy.
        case refused
        /// The connection is closed at once: too many are being refused already.
        case dropped
    }

    private struct Member {
        var admission: Admission
        var isSubscribed = false
        var channel: (any Channel)?
        var handler: NIOLoopBound<SessionHandler>?
    }

    private struct State {
        var members: [Int: Member] = [:]
        var lastNumber = 0
        var whenEmpty: [@Sendable () -> Void] = []
    }

    private static let refusalLimit = 16

    private let idleTracker: IdleTracker
    private let figures: DaemonFigures
    private let onSubscription: @Sendable () -> Void
    private let state = Mutex(State())

    /// Creates a registry without sessions; each session will count as one user of `activity`.
    ///
    /// - Parameters:
    ///   - idleTracker: counts sessions as users.
    ///   - figures: counts sessions for the status.
    ///   - onSubscription: called each time a session subscribes to changes, before the subscription is answered.
    init(idleTracker: IdleTracker, figures: DaemonFigures, onSubscription: @escaping @Sendable () -> Void = {}) {
        self.idleTracker = idleTracker
        self.figures = figures
        self.onSubscription = onSubscription
    }

    /// Keeps the daemon running, even while it has no users.
    func keepRunning() { idleTracker.stay() }

    /// Whether any session is subscribed to changes.
    var hasSubscribers: Bool { state.withLock { $0.members.values.contains(where: \.isSubscribed) } }

    /// Whether there is no session.
    var isEmpty: Bool { state.withLock(\.members.isEmpty) }

    /// Adds a connection.
    ///
    /// - Parameter limit: the maximum number of connections served at once.
    /// - Returns: its number, and whether it is served.
    func enter(limit: Int) -> (number: Int, admission: Admission) {
        let (number, admission) = state.withLock { state in
            let served = state.members.values.count { $0.admission == .served }
            let refused = state.members.count - served
            let admission: Admission =
                served < limit ? .served : refused < Self.refusalLimit ? .refused : .dropped
            state.lastNumber += 1
            if admission != .dropped { state.members[state.lastNumber] = Member(admission: admission) }
            return (state.lastNumber, admission)
        }
        if admission != .dropped { idleTracker.begin() }
        figures.noteConnections { figures in
            if admission == .served {
                figures.open += 1
                figures.accepted += 1
            } else {
                figures.refused += 1
            }
        }
        return (number, admission)
    }

    /// Sets the channel and the handler of a session.
    func connect(_ number: Int, _ channel: any Channel, _ handler: NIOLoopBound<SessionHandler>) {
        state.withLock { state in
            state.members[number]?.channel = channel
            state.members[number]?.handler = handler
        }
    }

    /// Subscribes a session to changes.
    func subscribe(_ number: Int) {
        let isNew = state.withLock { state in
            defer { state.members[number]?.isSubscribed = true }
            return state.members[number]?.isSubscribed == false
        }
        if isNew { figures.noteConnections { $0.subscribed += 1 } }
        onSubscription()
    }

    /// Removes a session that has ended.
    func leave(_ number: Int) {
        let (member, waiting) = state.withLock { state -> (Member?, [@Sendable () -> Void]) in
            let member = state.members.removeValue(forKey: number)
            guard state.members.isEmpty else { return (member, []) }
            defer { state.whenEmpty = [] }
            return (member, state.whenEmpty)
        }
        for body in waiting { body() }
        guard let member else { return }
        idleTracker.end()
        figures.noteConnections { figures in
            if member.admission == .served { figures.open -= 1 }
            if member.isSubscribed { figures.subscribed -= 1 }
        }
    }

    /// Calls a closure once when no session is left: immediately where there is none.
    func whenEmpty(_ body: @escaping @Sendable () -> Void) {
        let isEmpty = state.withLock { state in
            if !state.members.isEmpty { state.whenEmpty.append(body) }
            return state.members.isEmpty
        }
        if isEmpty { body() }
    }

    /// Sends a notification to all subscribed sessions.
    func announce(_ method: Method, _ params: some JSONWritable) {
        let message = OutgoingMessage.notification(method: method.name, params: params)
        let subscribers = state.withLock { $0.members.values.filter(\.isSubscribed).compactMap(\.handler) }
        for handler in subscribers {
            handler.eventLoop.execute { handler.value.notify(message, key: method.name) }
        }
    }

    /// Runs a closure on every session, on its event loop.
    func forEach(_ body: @escaping @Sendable (SessionHandler) -> Void) {
        for handler in state.withLock({ $0.members.values.compactMap(\.handler) }) {
            handler.eventLoop.execute { body(handler.value) }
        }
    }

    /// The open channels.
    var channels: [any Channel] {
        state.withLock { $0.members.values.compactMap(\.channel) }
    }
}
