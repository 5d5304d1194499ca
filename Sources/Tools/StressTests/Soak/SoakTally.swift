import Measuring
import Synchronization

/// What the clients of a soak have seen, all of them together.
final class SoakTally: Sendable {
    /// What was done.
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

    /// Notes how long something took, in milliseconds.
    func add(_ kind: Kind, _ milliseconds: Double) {
        state.withLock { $0.times[kind, default: Quantiles()].add(milliseconds) }
    }

    /// Notes what should not have been.
    func fail(_ what: String) { state.withLock { $0.errors.append(what) } }

    /// Notes that a subscriber heard of a change.
    func change() { state.withLock { $0.changes += 1 } }

    /// What should not have been.
    var errors: [String] { state.withLock(\.errors) }

    /// How many changes a subscriber heard of.
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
