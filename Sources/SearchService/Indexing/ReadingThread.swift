import ArticleIndex
import Articles
import Dispatch
import Foundation
import Synchronization

/// Reads files on a thread of its own and prepares what it finds, a few batches ahead of the writer.
final class ReadingThread: Sendable {
    /// The batches, in the order of the input.
    let batches: AsyncStream<PreparedBatch>
    private let continuation: AsyncStream<PreparedBatch>.Continuation
    private let isStopped = Atomic(false)
    /// Counts the batches that may still be made before one has to be taken.
    private let room: DispatchSemaphore

    private struct Stopped: Error {}

    /// A thread that runs a reader, which it hands a closure for what is found.
    ///
    /// - Parameter read: reads everything, calling its argument for each event; ends when that throws.
    init(_ read: @escaping @Sendable ((ReadEvent) throws -> Void) throws -> Void) {
        (batches, continuation) = AsyncStream.makeStream(of: PreparedBatch.self)
        room = DispatchSemaphore(value: 0)
        for _ in 0..<ReadingThread.batchesAhead { room.signal() }
        let thread = Thread { self.run(read) }
        thread.name = "tracuu-input"
        thread.start()
    }

    /// Lets the thread make one more batch: to be called for each that was taken.
    func taken() { room.signal() }

    /// Makes the thread end at the next thing that it finds.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
        room.signal()
    }

    private static let batchesAhead = 3

    private func run(_ read: ((ReadEvent) throws -> Void) throws -> Void) {
        var encoder = ArticleEncoder()
        var batch = PreparedBatch()
        var inputBytes = 0
        // The only error is our own, thrown to end the reading.
        try? read { event in
            if isStopped.load(ordering: .relaxed) { throw Stopped() }
            switch event {
            case .article(let article): batch.append(encoder.encode(article))
            case .failure(let failure): batch.failures.append(failure)
            case .finished(let path, _, let failures, let isWhole):
                batch.finish(path, isComplete: isWhole && failures == 0)
            case .progress(let bytes): inputBytes += bytes
            }
            if batch.isFull {
                batch.inputBytes = inputBytes
                hand(&batch)
            }
        }
        batch.inputBytes = inputBytes
        hand(&batch)
        continuation.finish()
    }

    private func hand(_ batch: inout PreparedBatch) {
        // Nobody takes batches any more, and `stop` ends one wait only.
        if isStopped.load(ordering: .relaxed) { return }
        room.wait()
        continuation.yield(batch)
        batch = PreparedBatch()
    }
}
