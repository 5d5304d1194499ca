import ArticleModel
import Dispatch
import Foundation
import IndexStorage
import Synchronization
import Xapian
import XapianGlass

/// A thread that encodes batches of articles and collects their postings.
final class LoadWorker: Sendable {
    /// The results of the thread.
    private struct State {
        var failure: XapianError?
        var filled: FilledPart?
    }

    private let queue: LoadQueue
    private let scratch: String
    private let index: Int
    private let runBytes: Int
    /// The records of the articles.
    let records: LoadRecordFile
    private let state = Mutex(State())
    private let ended = DispatchSemaphore(value: 0)

    init(_ queue: LoadQueue, scratch: String, index: Int, runBytes: Int) throws(XapianError) {
        self.queue = queue
        self.scratch = scratch
        self.index = index
        self.runBytes = runBytes
        records = try LoadRecordFile(path: "\(scratch)/records-\(index)")
    }

    /// The error that stopped the thread; it still takes batches and drops them, so that no caller waits for space in
    /// the queue.
    var failure: XapianError? { state.withLock(\.failure) }

    /// The contents of the thread's filler, once the thread has ended successfully.
    var filled: FilledPart? { state.withLock(\.filled) }

    func start() {
        let thread = Thread {
            do throws(XapianError) {
                let filled = try self.fill()
                self.state.withLock { $0.filled = filled }
            } catch {
                self.state.withLock { $0.failure = error }
                while self.queue.next() != nil {}
            }
            self.ended.signal()
        }
        thread.name = "tracuu-load"
        thread.start()
    }

    /// Waits for the end of the thread.
    func join() {
        ended.wait()
        ended.signal()
    }

    private func fill() throws(XapianError) -> FilledPart {
        let filler = try BulkFiller(folder: scratch, index: index, runBytes: runBytes)
        var encoder = ArticleEncoder()
        var writer = LoadRecordWriter(records)
        while let batch = queue.next() {
            var note = batch.firstNote
            switch batch.content {
            case .articles(let articles):
                for article in articles {
                    let prepared = encoder.encode(article)
                    try filler.add(prepared.document, note: note)
                    try writer.append(LoadRecord(prepared, note: note))
                    note += 1
                }
            case .prepared(let articles):
                for prepared in articles {
                    try filler.add(prepared.document, note: note)
                    try writer.append(LoadRecord(prepared, note: note))
                    note += 1
                }
            }
        }
        try writer.finish()
        return try filler.finish()
    }
}
