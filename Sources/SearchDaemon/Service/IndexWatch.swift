import IndexStorage
import Synchronization

/// Notices changes of an index, whichever process made them, for as long as somebody wants to hear of them.
///
/// The daemon's own work is looked at when it is done; for that of others the index's mark is looked at four times a second.
final class IndexWatch: Sendable {
    /// How often the index is looked at; commits in between are told of as one.
    static let interval = Duration.milliseconds(250)

    private struct State {
        var isWatching = false
        var mark: IndexMark?
    }

    private let folder: IndexFolder
    private let state = Mutex(State())
    private let looks: AsyncStream<Void>.Continuation
    /// When to look.
    let occasions: AsyncStream<Void>

    /// A watch of an index that nobody wants to hear of yet.
    init(_ folder: IndexFolder) {
        self.folder = folder
        (occasions, looks) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Somebody wants to hear of changes from now on.
    func begin() {
        state.withLock { state in
            guard !state.isWatching else { return }
            state.isWatching = true
            state.mark = IndexMark(folder)
        }
        look()
    }

    /// Nobody wants to hear of changes any more.
    func end() { state.withLock { $0.isWatching = false } }

    /// Has the index looked at soon.
    func look() { looks.yield() }

    /// Whether the index has changed since it was looked at last; false where nobody wants to know.
    func hasChanged() -> Bool {
        state.withLock { state in
            guard state.isWatching else { return false }
            let mark = IndexMark(folder)
            defer { state.mark = mark }
            return mark != state.mark
        }
    }
}
