import Dispatch
import Foundation
import Synchronization

/// What SIGINT does while work is under way that should not end in the middle of a write.
final class Interruption: Sendable {
    private let isAtOnce = Atomic(false)

    /// Has SIGINT end this process at once: the daemon works, and stops when the connection closes.
    func endAtOnce() { isAtOnce.store(true, ordering: .relaxed) }

    /// Runs work that the first SIGINT cancels, so that it can commit on its way out; a second one ends the process.
    ///
    /// - Parameters:
    ///   - atExit: puts the terminal in order before the process ends.
    ///   - work: the work.
    /// - Returns: what the work gives.
    /// - Throws: what the work throws; `CancellationError` after SIGINT.
    static func guarding<Result: Sendable>(
        atExit: @escaping @Sendable () -> Void, _ work: @escaping @Sendable (Interruption) async throws -> Result
    ) async throws -> Result {
        let interruption = Interruption()
        let task = Task { try await work(interruption) }
        signal(SIGINT, SIG_IGN)
        // A queue of its own gets a thread even where the work blocks those of the shared pool.
        let queue = DispatchQueue(label: "tracuu-interruption")
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
        source.setEventHandler {
            if task.isCancelled || interruption.isAtOnce.load(ordering: .relaxed) {
                atExit()
                ExitStatus.exitInterrupted()
            }
            task.cancel()
        }
        source.resume()
        defer { source.cancel() }
        return try await task.value
    }
}
