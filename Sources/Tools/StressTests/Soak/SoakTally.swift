import Measuring
import Synchronization

/// The observations of all clients of a soak test.
final class SoakTally: Sendable {
    /// The kind of action.
    enum Kind: String, CaseIterable {
        case search
        case typing
        case cancellation = "answer after a cancellation"
        case garbage = "garbage sent"
        case commit
    }

    private struct State {
        var times: [Kind: Quantiles] = [:]
        var errors: [String] = []
        var changes = 0
    }

    private let state = Mutex(State())

    /// Records the duration of an action, in milliseconds.
    func add(_ kind: Kind, _ milliseconds: Double) {
        state.withLock { $0.times[kind, default: Quantiles()].add(milliseconds) }
    }

    /// Records an error.
    func fail(_ what: String) { state.withLock { $0.errors.append(what) } }

    /// Records that a subscriber was notified of a change.
    func change() { state.withLock { $0.changes += 1 } }

    /// The recorded errors.
    var errors: [String] { state.withLock(\.errors) }

    /// The number of changes of which a subscriber was notified.
    var changes: Int { state.withLock(\.changes) }

    /// The times of one kind.
    func times(of kind: Kind) -> Quantiles { state.withLock { $0.times[kind] ?? Quantiles() } }

    /// A row of the table.
    static func row(_ name: String, _ times: Quantiles) -> [String] {
        [name, "\(times.count)"]
            + [times.percentile(50), times.percentile(95), times.percentile(99), times.largest].map {
                TextTable.number($0)
            }
    }
}
