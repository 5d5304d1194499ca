import IndexStorage
import Synchronization

/// Whether the index may be read in this process: after a process that read it has ended by a fault, it is checked first.
final class IndexTrust: Sendable {
    /// What is known of the index.
    enum State {
        /// No fault is known of.
        case trusted
        /// A fault has been found out of which nobody has checked the index yet.
        case suspected(IndexFault)
        /// It is being checked, because of the fault.
        case checking(IndexFault)
        /// A generation is damaged; another one may be sound.
        case damaged(generation: Int, IndexError)
    }

    private let state: Mutex<State>

    /// What the folder's mark says.
    init(_ folder: IndexFolder) { state = Mutex(folder.fault.map { .suspected($0) } ?? .trusted) }

    var current: State { state.withLock { $0 } }

    func set(_ new: State) { state.withLock { $0 = new } }

    /// Takes it upon the caller to check the index; nil where there is nothing to check, or somebody else does.
    func begin() -> IndexFault? {
        state.withLock { state in
            guard case .suspected(let fault) = state else { return nil }
            state = .checking(fault)
            return fault
        }
    }
}
