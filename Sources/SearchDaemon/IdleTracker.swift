import Synchronization

/// Whether anybody needs the daemon: open connections, and work that somebody declared.
package final class IdleTracker: Sendable {
    private struct State {
        var users = 0
        var idleSince = ContinuousClock.now
        var stays = false
    }

    private let state = Mutex(State())

    private let canStay: Bool

    /// Nobody yet; idle from now on.
    ///
    /// - Parameter canStay: whether `stay` is heeded: not where the settings say when an idle daemon ends.
    package init(canStay: Bool = true) { self.canStay = canStay }

    /// Says that the daemon is wanted from now on, also while nobody asks it anything.
    package func stay() {
        if canStay { state.withLock { $0.stays = true } }
    }

    /// Whether it is wanted also while nobody asks it anything.
    package var stays: Bool { state.withLock(\.stays) }

    /// Says that somebody needs the daemon, until as many calls of `end`.
    package func begin() {
        state.withLock { $0.users += 1 }
    }

    /// Says that one user of those that began is gone.
    package func end() {
        state.withLock { state in
            state.users = max(0, state.users - 1)
            if state.users == 0 { state.idleSince = .now }
        }
    }

    /// How long nobody has needed the daemon, or nil while somebody does.
    package var idleTime: Duration? {
        state.withLock { $0.users == 0 && !$0.stays ? $0.idleSince.duration(to: .now) : nil }
    }

    /// Waits until nobody has needed the daemon for a whole while.
    ///
    /// - Parameter while: how long nobody may have needed it.
    /// - Throws: `CancellationError` when the task is cancelled first.
    package func waitUntilIdle(for while: Duration) async throws {
        // No sleep is longer than the while, so an idle time that began during one is never overslept.
        while true {
            let remaining = `while` - (idleTime ?? .zero)
            if remaining <= .zero { return }
            try await Task.sleep(for: remaining)
        }
    }
}
