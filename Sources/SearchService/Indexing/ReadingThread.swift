import Articles
import Foundation
import IndexStorage
import Indexing
import SearchProtocol
import Synchronization

/// Reads files on a dedicated thread and prepares batches, a few ahead of the writer.
final class ReadingThread: Sendable {
    /// The batches, in the order of the input.
    let batches = BatchQueue()
    /// What has been read and not been put in the queue yet.
    private let unfinished = Mutex(PreparedBatch())
    private let isStopped = Atomic(false)
    private let leavesArticles = Atomic(false)

    private struct Stopped: Error {}

    /// Starts a thread that runs a reader and passes it a closure for events.
    ///
    /// - Parameter read: reads everything, calling its argument for each event; ends when that throws.
    init(_ read: @escaping @Sendable ((ReadEvent) throws -> Void) throws -> Void) {
        let thread = Thread { self.run(read) }
        thread.name = "tracuu-input"
        thread.start()
    }

    /// Makes the thread end at the next event.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
        batches.abandon()
    }

    /// Makes the thread end at the next event, for which it may wait forever.
    ///
    /// - Returns: what it has read and nobody has taken yet.
    func stopAndTakeRest() -> [PreparedBatch] {
        let last = unfinished.withLock { batch in
            isStopped.store(true, ordering: .relaxed)
            return ReadingThread.take(&batch)
        }
        return (batches.abandon() + [last]).filter { !$0.isEmpty }
    }

    /// Takes what was read and does not fill a batch yet; the thread goes on.
    ///
    /// - Returns: the batch; nil where nothing has been read since the last one, or that one is still in the queue.
    func takeUnfinished() -> PreparedBatch? {
        unfinished.withLock { batch in
            guard !batch.isEmpty, !batches.hasBatch else { return nil }
            batches.setBegun(false)
            return ReadingThread.take(&batch)
        }
    }

    /// Sets whether the thread passes on what it reads from now on unprepared.
    func leaveArticles(_ leaves: Bool = true) { leavesArticles.store(leaves, ordering: .relaxed) }

    private func run(_ read: ((ReadEvent) throws -> Void) throws -> Void) {
        var encoder = ArticleEncoder()
        var inputBytes = 0
        var met = MetPaths()
        // The only error is the one thrown here to end the reading.
        try? read { event in
            let isFull = try unfinished.withLock { batch in
                if isStopped.load(ordering: .relaxed) { throw Stopped() }
                let wasEmpty = batch.isEmpty
                switch event {
                case .article(let article) where leavesArticles.load(ordering: .relaxed):
                    batch.append(unprepared: article)
                case .article(let article): batch.append(encoder.encode(article))
                case .failure(let failure):
                    if failure.line == nil { met.insert(failure.path) }
                    batch.failures.append(failure)
                case .unreadDate(let date): batch.unreadDates.add(UnreadDates([SearchProtocol.UnreadDate(date)]))
                case .finished(let path, _, let failures, let isWhole):
                    met.insert(path)
                    batch.finish(path, isComplete: isWhole && failures == 0)
                case .walked(let walked): batch.finish(walked, met: met)
                case .progress(let bytes): inputBytes += bytes
                }
                batch.inputBytes = inputBytes
                if batch.isFull {
                    batches.put(ReadingThread.take(&batch))
                    return true
                }
                if wasEmpty, !batch.isEmpty { batches.setBegun(true) }
                return false
            }
            if isFull { batches.waitForRoom() }
        }
        unfinished.withLock { batches.put(ReadingThread.take(&$0)) }
        batches.finish()
    }

    private static func take(_ batch: inout PreparedBatch) -> PreparedBatch {
        defer { batch = PreparedBatch() }
        return batch
    }
}
