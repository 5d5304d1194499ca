package import ArticleModel
import Dispatch
import Foundation
package import IndexStorage
package import Xapian
import XapianGlass

/// Takes in many articles for a sealed database that is written once all are there, using several cores.
///
/// One thread per core encodes articles and collects their postings; a caller that adds articles faster waits. Memory
/// is independent of their number, except for some 40 bytes per article at the end. The same articles in the same order
/// give the same database, regardless of which thread processed them. A load belongs to one thread.
package final class BulkLoad {
    /// The outcome for the articles.
    package struct Outcome: Hashable, Sendable {
        /// The number of articles whose id was new.
        package var added = 0
        /// The number of articles that replaced an earlier one with the same id.
        package var updated = 0
        /// The number of articles that were identical to an earlier one.
        package var unchanged = 0
        /// The number of articles in the database.
        package var articles = 0

        /// Creates an empty outcome.
        package init() {}
    }

    private let scratch: String
    private let threads: Int
    private let queue: LoadQueue
    private let workers: [LoadWorker]
    private var nextNote: UInt32 = 0
    private var isStopped = false
    /// The document number of each article by its index in the load, once the database is written; 0 for one whose id
    /// was repeated.
    package private(set) var numbers: [DocumentID] = []

    /// The number of useful threads: one per core, but no more than one reading thread can keep busy.
    ///
    /// More of them would write more and smaller runs, and need more memory to merge those.
    package static var usefulThreads: Int { min(4, max(1, ProcessInfo.processInfo.activeProcessorCount)) }

    /// The bytes of memory for postings, for all threads together; sorting them takes about half as much in addition.
    private static let postingBytes = 128 << 20

    /// Starts a load.
    ///
    /// - Parameters:
    ///   - scratch: a folder that does not exist yet, for files that are deleted when the load ends.
    ///   - threads: the number of threads that take in articles.
    /// - Throws: `XapianError`.
    package init(scratch: String, threads: Int = BulkLoad.usefulThreads) throws(XapianError) {
        guard mkdir(scratch, 0o700) == 0 else {
            throw XapianError(kind: .database, message: "cannot make \(scratch) (\(lastSystemError()))")
        }
        self.scratch = scratch
        self.threads = threads
        let queue = LoadQueue(capacity: threads + 2)
        self.queue = queue
        var workers: [LoadWorker] = []
        for index in 0..<threads {
            workers.append(
                try LoadWorker(queue, scratch: scratch, index: index, runBytes: BulkLoad.postingBytes / threads))
        }
        self.workers = workers
        for worker in workers { worker.start() }
    }

    deinit {
        stop()
        removeScratch()
    }

    /// Deletes the temporary files of the load, once nothing has to be read from them any more.
    func removeScratch() { try? FileManager.default.removeItem(atPath: scratch) }

    /// Adds articles, after all that were added before.
    ///
    /// - Parameter articles: the articles; the call waits if the threads have enough work queued.
    /// - Throws: `XapianError` if a thread failed; the load cannot be used after this.
    package func add(_ articles: [Article]) throws(XapianError) {
        try add(.articles(articles), count: articles.count)
    }

    /// Adds articles that are prepared for a writer, after all that were added before.
    ///
    /// - Parameter articles: the articles.
    /// - Throws: as `add(_:)`.
    package func add(_ articles: [PreparedArticle]) throws(XapianError) {
        try add(.prepared(articles), count: articles.count)
    }

    private func add(_ content: LoadBatch.Content, count: Int) throws(XapianError) {
        guard count > 0 else { return }
        try checkWorkers()
        guard Int(nextNote) + count < Int(UInt32.max) else {
            throw XapianError(kind: .unsupported, message: "an index holds at most \(UInt32.max) articles")
        }
        queue.append(LoadBatch(firstNote: nextNote, content: content))
        nextNote += UInt32(count)
    }

    private func checkWorkers() throws(XapianError) {
        for worker in workers { if let error = worker.failure { throw error } }
    }

    /// Writes the database of all articles that were added; newest first, those without a date last.
    ///
    /// - Parameters:
    ///   - folder: the database's folder, which does not exist yet.
    ///   - metadata: the metadata stored beside the documents.
    ///   - progress: is called from time to time with the share of this work done, from 0 to 1; returns false to
    ///     cancel.
    /// - Returns: the outcome for the articles.
    /// - Throws: `XapianError`; `cancelled` if `progress` returned false.
    package func finish(
        to folder: String, metadata: [String: [UInt8]], progress: (Double) -> Bool = { _ in true }
    ) throws(XapianError) -> Outcome {
        stop()
        try checkWorkers()
        var parts: [FilledPart] = []
        for worker in workers {
            guard let part = worker.filled else {
                throw XapianError(kind: .other, message: "a thread of the load ended early")
            }
            parts.append(part)
        }
        let records = LoadRecords(files: workers.map(\.records), count: Int(nextNote))
        let outcome: Outcome
        (numbers, outcome) = try records.numbered()
        try BulkDatabase(parts: parts, numbers: numbers, threads: threads)
            .write(to: folder, scratch: scratch, metadata: metadata, progress: progress)
        return outcome
    }

    /// Lets the threads finish their batches, and waits for them.
    private func stop() {
        guard !isStopped else { return }
        isStopped = true
        queue.close()
        for worker in workers { worker.join() }
    }
}
