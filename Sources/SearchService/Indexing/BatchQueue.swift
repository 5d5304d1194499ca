import Foundation

/// Hands batches from the thread that reads to whoever writes, asynchronously or not, and lets the reader wait when it is far ahead.
final class BatchQueue: @unchecked Sendable {
    // Guarded by the condition.
    private var batches: [PreparedBatch] = []
    private var isFinished = false
    private var isAbandoned = false
    private var waiter: CheckedContinuation<Void, Never>?
    private let condition = NSCondition()

    private static let batchesAhead = 3

    /// Puts a batch at the end, once there is room; false where nobody takes batches any more.
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

    /// Says that no more batches will come.
    func finish() {
        condition.lock()
        isFinished = true
        wakeAndUnlock()
    }

    /// Says that no batch will be taken any more.
    func abandon() {
        condition.lock()
        isAbandoned = true
        wakeAndUnlock()
    }

    private func wakeAndUnlock() {
        let waiter = waiter
        self.waiter = nil
        condition.broadcast()
        condition.unlock()
        waiter?.resume()
    }

    /// The next batch; nil where none will come any more, or the task was cancelled.
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

    /// The same, for a thread that may wait; looks up now and then whether to go on.
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
