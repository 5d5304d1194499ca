package import ArticleModel
import Dispatch
import Foundation
package import IndexStorage
package import Xapian
import XapianGlass

/// Takes in many articles for a sealed database that is written when all are there, several cores at work.
///
/// Articles are encoded and their postings gathered by a thread for each core; what comes in faster than that waits. Memory stays
/// the same however many there are, but for some 40 bytes an article at the end. The same articles in the same order give the same
/// database, whichever thread had which of them. Belongs to one thread.
package final class BulkLoad {
    /// What became of the articles.
    package struct Outcome: Hashable, Sendable {
        /// Articles whose id came for the first time.
        package var added = 0
        /// Articles in the place of another of the same id that came before.
        package var updated = 0
        /// Articles that had come just so before.
        package var unchanged = 0
        /// How many articles the database holds.
        package var articles = 0

        /// Nothing yet.
        package init() {}
    }

    private let scratch: String
    private let threads: Int
    private let queue: LoadQueue
    private let workers: [LoadWorker]
    private var nextNote: UInt32 = 0
    private var isStopped = false
    /// The number of the document of each article by its place among all, once the database is written; 0 for one whose id came again.
    package private(set) var numbers: [DocumentID] = []

    /// How many threads are of use: one for each core, but no more than one that reads can keep busy.
    ///
    /// More of them would write more and smaller runs, and need more memory to merge those.
    package static var usefulThreads: Int { min(4, max(1, ProcessInfo.processInfo.activeProcessorCount)) }

    /// Bytes of memory for postings, all threads together; sorting them takes about half as much besides.
    private static let postingBytes = 128 << 20

    /// Begins a load.
    ///
    /// - Parameters:
    ///   - scratch: a folder that does not exist yet, for files that are gone when the load ends.
    ///   - threads: how many threads take in articles.
    /// - Throws: `XapianError`.
    package init(scratch: String, threads: Int = BulkLoad.usefulThreads) throws(XapianError) {
        guard mkdir(scratch, 0o700) == 0 else {
            throw XapianError(kind: .database, message: "cannot make \(scratch) (\(lastSystemError()))")
        }
        self.scratch = scratch
        self.threads = threads
        let queue = LoadQueue(room: threads + 2)
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

    /// Deletes what the load needed on the way, where nothing is to be read from it any more.
    func removeScratch() { try? FileManager.default.removeItem(atPath: scratch) }

    /// Takes in articles, behind all that came before.
    ///
    /// - Parameter articles: the articles; waits where the threads have more than enough.
    /// - Throws: `XapianError` where a thread failed: then the load is of no more use.
    package func add(_ articles: [Article]) throws(XapianError) {
        try add(.articles(articles), count: articles.count)
    }

    /// Takes in articles that are ready for a writer, behind all that came before.
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

    /// Writes the database of all articles that were taken in; newest first, those without a date last.
    ///
    /// - Parameters:
    ///   - folder: the database's folder, which does not exist yet.
    ///   - metadata: what stands beside the documents.
    ///   - progress: told now and then how much of that is done, from 0 to 1; false ends it.
    /// - Returns: what became of the articles.
    /// - Throws: `XapianError`; `cancelled` where `progress` said so.
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

    /// Lets the threads finish what they have, and waits for them.
    private func stop() {
        guard !isStopped else { return }
        isStopped = true
        queue.close()
        for worker in workers { worker.join() }
    }
}
