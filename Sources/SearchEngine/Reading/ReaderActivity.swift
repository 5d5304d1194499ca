import Synchronization
import Xapian

/// The operation that a reader is at, for whoever sees to it that operations end when they are told to.
final class ReaderActivity: Sendable {
    private struct State {
        var stop: MatchGuard?
        /// How long the thread had computed when the operation was first seen to go on past its end.
        var computedAtEnd: Duration?
    }

    private let state = Mutex(State())
    private let computingTime: @Sendable () -> Duration?

    /// No operation yet.
    ///
    /// - Parameter computingTime: how long the reader's thread has computed.
    init(computingTime: @escaping @Sendable () -> Duration?) { self.computingTime = computingTime }

    /// Notes that an operation begins, which its guard ends; nil where nothing does.
    func begin(_ stop: MatchGuard?) { state.withLock { $0 = State(stop: stop) } }

    /// Notes that the operation has ended.
    func end() { state.withLock { $0 = State() } }

    /// How long the thread has computed since the operation was first seen here to go on after its guard had ended it; nil while
    /// there is no such operation.
    ///
    /// Time in which the thread waits for a disk or for a core does not count.
    func overrun() -> Duration? {
        let now = computingTime()
        return state.withLock { state in
            guard let now, let stop = state.stop, (try? stop.check()) == nil else { return nil }
            let start = state.computedAtEnd ?? now
            state.computedAtEnd = start
            return now - start
        }
    }
}
