import Synchronization
import Xapian

/// The current operation of a reader, for the check that it ends when its guard stops it.
final class ReaderActivity: Sendable {
    private struct State {
        var stop: MatchGuard?
        /// The CPU time of the thread when the operation was first seen to continue after its guard had stopped it.
        var computedAtEnd: Duration?
    }

    private let state = Mutex(State())
    private let computingTime: @Sendable () -> Duration?

    /// Creates it without an operation.
    ///
    /// - Parameter computingTime: returns the CPU time of the reader's thread.
    init(computingTime: @escaping @Sendable () -> Duration?) { self.computingTime = computingTime }

    /// Records that an operation starts, with the guard that stops it, if any.
    func begin(_ stop: MatchGuard?) { state.withLock { $0 = State(stop: stop) } }

    /// Records that the operation has ended.
    func end() { state.withLock { $0 = State() } }

    /// The CPU time since the operation was first seen here to continue after its guard had stopped it; nil if there is no
    /// such operation.
    ///
    /// Time that the thread waits for a disk or a processor does not count.
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
