import Foundation

/// A bounded queue of batches from the reading thread to the writer, which may wait asynchronously or not.
///
/// The reader waits when it is far ahead.
final class BatchQueue: @unchecked Sendable {
    // Guarded by the condition.
    private var batches: [PreparedBatch] = []
    private var isFinished = false
    private var isAbandoned = false
    private var waiter: CheckedContinuation<Void, Never>?
    private let condition = NSCondition()

    private static let batchesAhead = 3

    /// Appends a batch, once there is capacity; false where the queue was abandoned.
    func put(_ batch: PreparedBatch) -> Bool {
        condition.lock()
        while batches.count >= BatchQueue.batchesAhead && !isAbandoned { condition.wait() }
        guard !isAbandoned else {
            condition.unlock()
            return false
        }
        batches.append(batch)
        wakeAndUnlock()
        return true
    }

    /// Marks the end: no more batches will be put.
    func finish() {
        condition.lock()
        isFinished = true
        wakeAndUnlock()
    }

    /// Abandons the queue: no more batches will be taken.
    ///
    /// - Returns: the batches that were in it.
    @discardableResult
    func abandon() -> [PreparedBatch] {
        condition.lock()
        isAbandoned = true
        defer { wakeAndUnlock() }
        defer { batches = [] }
        return batches
    }

    private func wakeAndUnlock() {
        let waiter = waiter
        self.waiter = nil
        condition.broadcast()
        condition.unlock()
        waiter?.resume()
    }

    /// Returns the next batch; nil at the end, or where the task was cancelled.
    func next() async -> PreparedBatch? {
        while !Task.isCancelled {
            if let taken = take() { return taken }
            if isAtEnd { return nil }
            await withTaskCancellationHandler {
                await withCheckedContinuation { wait($0) }
            } onCancel: {
                wake()
            }
        }
        return nil
    }

    /// Returns the next batch to a thread that may block; it checks from time to time whether to continue.
    func next(while isWanted: () -> Bool) -> PreparedBatch? {
        while isWanted() {
            if let taken = take() { return taken }
            if isAtEnd { return nil }
            condition.lock()
            if batches.isEmpty && !isFinished { _ = condition.wait(until: Date(timeIntervalSinceNow: 0.1)) }
            condition.unlock()
        }
        return nil
    }

    private func take() -> PreparedBatch? {
        condition.lock()
        defer { condition.unlock() }
        guard !batches.isEmpty else { return nil }
        condition.broadcast()
        return batches.removeFirst()
    }

    private var isAtEnd: Bool {
        condition.lock()
        defer { condition.unlock() }
        return batches.isEmpty && (isFinished || isAbandoned)
    }

    private func wait(_ continuation: CheckedContinuation<Void, Never>) {
        condition.lock()
        let hasNews = !batches.isEmpty || isFinished || isAbandoned || Task.isCancelled
        if !hasNews { waiter = continuation }
        condition.unlock()
        if hasNews { continuation.resume() }
    }

    private func wake() {
        condition.lock()
        wakeAndUnlock()
    }
}
