import ArticleModel
import Foundation
import IndexStorage

/// Some articles of a load, in order.
struct LoadBatch: Sendable {
    enum Content: Sendable {
        case articles([Article])
        case prepared([PreparedArticle])
    }

    /// The place of the first among all articles of the load.
    let firstNote: UInt32
    let content: Content
}

/// Hands batches from the thread that reads to those that take them in, and lets the reader wait when they are behind.
final class LoadQueue: @unchecked Sendable {
    // Guarded by the condition.
    private var batches: [LoadBatch] = []
    private var isClosed = false
    private let room: Int
    private let condition = NSCondition()

    init(room: Int) { self.room = room }

    /// Puts a batch at the end, once there is room.
    func append(_ batch: LoadBatch) {
        condition.lock()
        while batches.count >= room && !isClosed { condition.wait() }
        batches.append(batch)
        condition.broadcast()
        condition.unlock()
    }

    /// The next batch, or nil where none will come any more.
    func next() -> LoadBatch? {
        condition.lock()
        defer { condition.unlock() }
        while batches.isEmpty && !isClosed { condition.wait() }
        guard !batches.isEmpty else { return nil }
        defer { condition.broadcast() }
        return batches.removeFirst()
    }

    /// Says that no more batches will come.
    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }
}
