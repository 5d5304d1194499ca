import Dispatch
import Foundation

/// What SIGINT does to long work.
enum Interruption {
    /// Runs work that the first SIGINT cancels and the second ends at once.
    ///
    /// - Parameters:
    ///   - isElsewhere: whether the work is done by the daemon, which stops when this process ends: then the first will do.
    ///   - work: what is to be done.
    /// - Returns: the work's result.
    /// - Throws: what the work throws, `CancellationError` after an interruption.
    static func cancelling<Result: Sendable>(
        isElsewhere: Bool, _ work: sending @escaping () async throws -> Result
    ) async throws -> Result {
        let task = Task { try await work() }
        signal(SIGINT, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler {
            if isElsewhere || task.isCancelled { ExitStatus.exit(after: CancellationError()) }
            task.cancel()
        }
        source.resume()
        defer { source.cancel() }
        return try await task.value
    }
}
