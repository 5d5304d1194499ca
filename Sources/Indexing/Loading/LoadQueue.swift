import ArticleModel
import Foundation
import IndexStorage

/// A batch of articles of a load, in order.
struct LoadBatch: Sendable {
    enum Content: Sendable {
        case articles([Article])
        case prepared([PreparedArticle])
    }

    /// The index of the first one among all articles of the load.
    let firstNote: UInt32
    let content: Content
}

/// Passes batches from the reading thread to the worker threads, and makes the reader wait when they are behind.
final class LoadQueue: @unchecked Sendable {
    // Guarded by the condition.
    private var batches: [LoadBatch] = []
    private var isClosed = false
    private let capacity: Int
    private let condition = NSCondition()

    init(capacity: Int) { self.capacity = capacity }

    /// Appends a batch, waiting until the queue has space.
    func append(_ batch: LoadBatch) {
        condition.lock()
        while batches.count >= capacity && !isClosed { condition.wait() }
        batches.append(batch)
        condition.broadcast()
        condition.unlock()
    }

    /// Returns the next batch, or nil if there will be no more.
    func next() -> LoadBatch? {
        condition.lock()
        defer { condition.unlock() }
        while batches.isEmpty && !isClosed { condition.wait() }
        guard !batches.isEmpty else { return nil }
        defer { condition.broadcast() }
        return batches.removeFirst()
    }

    /// Announces that there will be no more batches.
    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }
}
