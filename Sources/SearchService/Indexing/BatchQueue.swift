import Foundation

/// A bounded queue of batches from the reading thread to the writer, which may wait asynchronously or not.
///
/// The reader waits when it is far ahead.
final class BatchQueue: @unchecked Sendable {
    // Guarded by the condition.
    private var batches: [PreparedBatch] = []
    private var isFinished = false
    private var isAbandoned = false
    /// Whether the reader has begun a batch that is not in the queue yet.
    private var isBegun = false
    private var waiter: CheckedContinuation<Void, Never>?
    private let condition = NSCondition()

    private static let batchesAhead = 3

    /// Appends a batch, unless the queue was abandoned; it never waits.
    func put(_ batch: PreparedBatch) {
        condition.lock()
        guard !isAbandoned else { return condition.unlock() }
        batches.append(batch)
        isBegun = false
        wakeAndUnlock()
    }

    /// Waits until the queue is not full, or is abandoned.
    func waitForRoom() {
        condition.lock()
        while batches.count > BatchQueue.batchesAhead && !isAbandoned { condition.wait() }
        condition.unlock()
    }

    /// Notes whether the reader has begun a batch, so that whoever waits for one can take it unfinished.
    func setBegun(_ isBegun: Bool) {
        condition.lock()
        self.isBegun = isBegun
        if isBegun { wakeAndUnlock() } else { condition.unlock() }
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

    /// Returns the next batch; nil at the end, at the deadline, or where the task was cancelled.
    func next(until deadline: ContinuousClock.Instant? = nil) async -> PreparedBatch? {
        while !Task.isCancelled {
            if let taken = take() { return taken }
            if isAtEnd { return nil }
            if let deadline, deadline <= .now { return nil }
            await waitForNews(until: deadline)
        }
        return nil
    }

    /// Waits until there is a batch in the queue, or one that is begun.
    ///
    /// - Returns: false at the end, or where the task was cancelled.
    func waitForContent() async -> Bool {
        while !Task.isCancelled {
            if hasContent { return true }
            if isAtEnd { return false }
            await waitForNews(orBegun: true)
        }
        return false
    }

    private func waitForNews(until deadline: ContinuousClock.Instant? = nil, orBegun: Bool = false) async {
        let alarm = deadline.map { deadline in
            Task {
                // A cancelled alarm wakes nobody too early: whoever waits looks again.
                try? await Task.sleep(until: deadline, clock: .continuous)
                wake()
            }
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { wait($0, orBegun: orBegun, until: deadline) }
        } onCancel: {
            wake()
        }
        alarm?.cancel()
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

    /// Whether a batch is in the queue.
    var hasBatch: Bool {
        condition.lock()
        defer { condition.unlock() }
        return !batches.isEmpty
    }

    private var hasContent: Bool {
        condition.lock()
        defer { condition.unlock() }
        return !batches.isEmpty || isBegun
    }

    /// Whether no batch is left and no more will be put.
    var isAtEnd: Bool {
        condition.lock()
        defer { condition.unlock() }
        return batches.isEmpty && (isFinished || isAbandoned)
    }

    private func wait(
        _ continuation: CheckedContinuation<Void, Never>, orBegun: Bool, until deadline: ContinuousClock.Instant?
    ) {
        condition.lock()
        let hasNews =
            !batches.isEmpty || isFinished || isAbandoned || Task.isCancelled || (orBegun && isBegun)
            || deadline.map { $0 <= .now } ?? false
        if !hasNews { waiter = continuation }
        condition.unlock()
        if hasNews { continuation.resume() }
    }

    private func wake() {
        condition.lock()
        wakeAndUnlock()
    }
}
