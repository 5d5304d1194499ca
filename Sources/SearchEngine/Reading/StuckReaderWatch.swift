import Synchronization

/// Notices a search that cannot be stopped: on damaged tables libxapian may go round for ever.
///
/// A thread cannot be taken out of a library, so all that is left is to end the process. It looks only while somebody reads.
final class StuckReaderWatch: Sendable {
    /// How long an operation may compute after its guard has ended it.
    ///
    /// One that can be stopped looks at its guard after some milliseconds.
    static let patience = Duration.seconds(2)
    private static let interval = Duration.milliseconds(250)
    /// Looks at nothing before it ends: searches often come one after another.
    private static let idleLooks = 8

    private struct State {
        var running = 0
        var isWatching = false
        var idleLooks = 0
    }

    private let activities: [ReaderActivity]
    private let onStuck: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// A watch that does not look yet.
    ///
    /// - Parameters:
    ///   - activities: of all readers.
    ///   - onStuck: told once of each look that finds one stuck, with the reason in words.
    init(_ activities: [ReaderActivity], onStuck: @escaping @Sendable (String) -> Void) {
        self.activities = activities
        self.onStuck = onStuck
    }

    /// A reader is lent.
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

    /// A reader is back.
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
        onStuck("a search could not be stopped: it went on for \(overrun.components.seconds) s after its end")
    }
}
