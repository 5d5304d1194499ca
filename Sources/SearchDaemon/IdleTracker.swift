import Synchronization

/// Tracks whether anyone needs the daemon: open connections, and work that was declared with `begin`.
package final class IdleTracker: Sendable {
    private struct State {
        var users = 0
        var idleSince = ContinuousClock.now
        var stays = false
    }

    private let state = Mutex(State())

    private let canStay: Bool

    /// Creates an activity without users, idle from now on.
    ///
    /// - Parameter canStay: whether `stay` has an effect; false where the settings say when an idle daemon ends.
    package init(canStay: Bool = true) { self.canStay = canStay }

    /// Keeps the daemon running from now on, even while it has no users.
    package func stay() {
        if canStay { state.withLock { $0.stays = true } }
    }

    /// Whether the daemon stays even while it has no users.
    package var stays: Bool { state.withLock(\.stays) }

    /// Adds a user of the daemon, until the matching call of `end`.
    package func begin() {
        state.withLock { $0.users += 1 }
    }

    /// Removes one of the users that were added by `begin`.
    package func end() {
        state.withLock { state in
            state.users = max(0, state.users - 1)
            if state.users == 0 { state.idleSince = .now }
        }
    }

    /// The time since the daemon had its last user, or nil while it has one.
    package var idleTime: Duration? {
        state.withLock { $0.users == 0 && !$0.stays ? $0.idleSince.duration(to: .now) : nil }
    }

    /// Waits until the daemon has had no user for the whole of a duration.
    ///
    /// - Parameter while: the required idle time.
    /// - Throws: `CancellationError` when the task is cancelled first.
    package func waitUntilIdle(for while: Duration) async throws {
        // No sleep is longer than the required idle time, so an idle time that begins during a sleep is never
        // overslept.
        while true {
            let remaining = `while` - (idleTime ?? .zero)
            if remaining <= .zero { return }
            try await Task.sleep(for: remaining)
        }
    }
}
