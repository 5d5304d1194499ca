import Dispatch
import Synchronization

/// Holds this thread until work that suspends is done.
///
/// A program that asks once has nothing else to do meanwhile; and where all it needs is an answer of the daemon it never
/// comes here, so that none of Swift's threads is started.
///
/// - Parameter work: the work.
/// - Returns: what the work gives.
/// - Throws: what the work throws.
func blocking<Value: Sendable>(on work: sending @escaping () async throws -> Value) throws -> Value {
    let outcome = Outcome<Value>()
    Task { await outcome.set(to: work) }
    return try outcome.wait()
}

/// What becomes of work on another thread.
private final class Outcome<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    func set(to work: () async throws -> Value) async {
        let found: Result<Value, any Error>
        do { found = .success(try await work()) } catch { found = .failure(error) }
        result.withLock { $0 = found }
        isDone.signal()
    }

    func wait() throws -> Value {
        while true {
            isDone.wait()
            if let found = result.withLock({ $0 }) { return try found.get() }
        }
    }
}
