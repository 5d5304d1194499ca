import IndexStorage
import Synchronization

/// Detects changes of an index by any process, for as long as there are subscribers.
///
/// After the daemon's own work the index is checked at once; to detect the work of others its mark is checked four
/// times a second.
final class IndexWatch: Sendable {
    /// The interval between checks; commits within one interval are announced as one.
    static let interval = Duration.milliseconds(250)

    private struct State {
        var isWatching = false
        var mark: IndexMark?
    }

    private let folder: IndexFolder
    private let state = Mutex(State())
    private let looks: AsyncStream<Void>.Continuation
    /// A stream with an element for each check that is due.
    let occasions: AsyncStream<Void>

    /// Creates a watch that is not active yet.
    init(_ folder: IndexFolder) {
        self.folder = folder
        (occasions, looks) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Starts the watch, and schedules a check.
    func begin() {
        state.withLock { state in
            guard !state.isWatching else { return }
            state.isWatching = true
            state.mark = IndexMark(folder)
        }
        look()
    }

    /// Stops the watch.
    func end() { state.withLock { $0.isWatching = false } }

    /// Schedules a check of the index.
    func look() { looks.yield() }

    /// Whether the index has changed since the last check; false where the watch is not active.
    func hasChanged() -> Bool {
        state.withLock { state in
            guard state.isWatching else { return false }
            let mark = IndexMark(folder)
            defer { state.mark = mark }
            return mark != state.mark
        }
    }
}
