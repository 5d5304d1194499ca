import Synchronization

/// Detects a search that cannot be stopped: on damaged tables libxapian may loop forever.
///
/// A thread cannot be interrupted inside a library, so the process has to end. It polls only while a reader is in use.
final class StuckReaderWatch: Sendable {
    /// The CPU time that an operation may use after its guard has stopped it.
    ///
    /// A working operation checks its guard every few milliseconds.
    static let patience = Duration.seconds(2)
    private static let interval = Duration.milliseconds(250)
    /// The number of polls without a reader in use after which polling ends.
    private static let idleLooks = 8

    private struct State {
        var running = 0
        var isWatching = false
        var idleLooks = 0
    }

    private let activities: [ReaderActivity]
    private let onStuck: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// Creates a watch that does not poll yet.
    ///
    /// - Parameters:
    ///   - activities: of all readers.
    ///   - onStuck: called with the reason at each poll that finds a stuck reader.
    init(_ activities: [ReaderActivity], onStuck: @escaping @Sendable (String) -> Void) {
        self.activities = activities
        self.onStuck = onStuck
    }

    /// Records that a reader is in use.
    func begin() {
        let isFirst = state.withLock { state in
            state.running += 1
            defer { state.isWatching = true }
            return !state.isWatching
        }
        guard isFirst else { return }
        Task.detached { [weak self] in
            while self?.goesOn() ?? false {
                try? await Task.sleep(for: StuckReaderWatch.interval)
                self?.look()
            }
        }
    }

    /// Records that a reader is free again.
    func end() { state.withLock { $0.running -= 1 } }

    private func goesOn() -> Bool {
        state.withLock { state in
            state.idleLooks = state.running > 0 ? 0 : state.idleLooks + 1
            if state.idleLooks > StuckReaderWatch.idleLooks { state = State(running: 0) }
            return state.isWatching
        }
    }

    private func look() {
        guard let overrun = activities.compactMap({ $0.overrun() }).max(), overrun > StuckReaderWatch.patience else {
            return
        }
        onStuck("a search could not be stopped: it computed for \(overrun.components.seconds) s after its end")
    }
}
