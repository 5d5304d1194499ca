import Foundation
import Testing

@testable import Commands

@Suite("Waiting for work that suspends")
struct BlockingTests {
    /// The outcome of a call on a thread that may wait, which those of the tests may not.
    private func onThread<Value: Sendable>(
        _ call: @escaping @Sendable () throws -> Value
    ) async -> Result<Value, any Error> {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: Result { try call() }) }
        }
    }

    @Test("What the work gives or throws comes back to the thread that waited")
    func outcome() async throws {
        let given = await onThread {
            try blocking {
                await Task.yield()
                return 7
            }
        }
        #expect(try given.get() == 7)
        let thrown = await onThread { try blocking { throw CancellationError() } }
        #expect(throws: CancellationError.self) { try thrown.get() }
    }
}
