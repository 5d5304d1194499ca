import IndexStorage
import Synchronization

/// Whether the index may be read in this process: after a process ended by a fault on it, it is checked first.
final class IndexTrust: Sendable {
    /// The state of the index.
    enum State {
        /// There was no fault, or the check found nothing.
        case trusted
        /// There was a fault, and the index has not been checked since.
        case suspected(IndexFault)
        /// The index is being checked because of the fault.
        case checking(IndexFault)
        /// A generation is damaged; another one may be sound.
        case damaged(generation: Int, IndexError)
    }

    private let state: Mutex<State>

    /// Creates the state that the folder's marker gives.
    init(_ folder: IndexFolder) { state = Mutex(folder.fault.map { .suspected($0) } ?? .trusted) }

    var current: State { state.withLock { $0 } }

    func set(_ new: State) { state.withLock { $0 = new } }

    /// Gives the fault to the caller that has to check the index; nil if there is nothing to check or the check has started.
    func begin() -> IndexFault? {
        state.withLock { state in
            guard case .suspected(let fault) = state else { return nil }
            state = .checking(fault)
            return fault
        }
    }
}
