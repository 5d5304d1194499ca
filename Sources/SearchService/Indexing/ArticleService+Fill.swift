import Articles
import IndexStorage
import Indexing
import SearchProtocol

extension ArticleService {
    /// Writes what is read into the index: by a bulk load where the index is empty and there is much to read.
    ///
    /// - Parameters:
    ///   - writer: the index's writer.
    ///   - run: the indexing run's number.
    ///   - reading: the thread that reads.
    ///   - loadBytes: the number of bytes of text from which an empty index is bulk loaded; nil where the run has other
    ///     parts.
    ///   - keepsMissing: whether articles stay that are gone from their file, or whose file is gone.
    ///   - progress: called after each batch.
    /// - Returns: the counts of articles, with every failure.
    /// - Throws: `IndexError`; `CancellationError`, after which what was read so far is in the index.
    static func fill(
        _ writer: ArticleWriter, run: Int, from reading: ReadingThread, loadBytes: Int?,
        keepsMissing: Bool, progress: @escaping @Sendable (IndexingProgress) -> Void
    ) async throws -> IndexResult {
        defer { reading.stop() }
        var filling = Filling(writer: writer, run: run, keepsMissing: keepsMissing, progress: progress)
        var waiting: [PreparedBatch] = []
        var isOpen = false
        if loadBytes != nil { isOpen = try await writer.isEmpty() }
        while let batch = await reading.batches.next() {
            guard isOpen else {
                try writer.folder.checkIsNotSuspended()
                try await filling.write(batch)
                continue
            }
            waiting.append(batch)
            guard waiting.reduce(0, { $0 + $1.textBytes }) >= loadBytes ?? 0 else { continue }
            isOpen = false
            reading.leaveArticles()
            if let loaded = try await load(by: writer, waiting, then: reading, progress) { return try loaded.get() }
            // Another process wrote to the index meanwhile.
            for batch in waiting { try await filling.write(batch) }
            waiting = []
        }
        for batch in waiting { try await filling.write(batch) }
        if Task.isCancelled { for batch in reading.stopAndTakeRest() { try await filling.write(batch) } }
        try Task.checkCancellation()
        return filling.result
    }

    /// Bulk loads what is read into an empty index; returns nil where it is not empty.
    private static func load(
        by writer: isolated ArticleWriter, _ first: [PreparedBatch], then reading: ReadingThread,
        _ progress: @escaping @Sendable (IndexingProgress) -> Void
    ) throws(IndexError) -> Result<IndexResult, any Error>? {
        var result = IndexResult(added: 0, updated: 0, unchanged: 0, removed: 0, seconds: 0)
        var (articles, inputBytes) = (0, 0)
        var interruption: (any Error)?
        let outcome = try writer.load { load in
            let take = { (batch: PreparedBatch) in
                for step in batch.steps {
                    switch step {
                    case .articles(let prepared):
                        try load.add(prepared)
                        articles += prepared.count
                    case .unprepared(let read):
                        try load.add(read)
                        articles += read.count
                    case .finished: break
                    // Everything in the index is what was just met.
                    case .walked(let walked, let met): WalkEnd(walked: walked, met: met).record(in: writer.folder)
                    }
                }
                result.failed += batch.failures.map { IndexFailure($0) }
                inputBytes = batch.inputBytes
                progress(IndexingProgress(articles: articles, inputBytes: inputBytes))
            }
            for batch in first { try take(batch) }
            while interruption == nil, let batch = reading.batches.next(while: { !Task.isCancelled }) {
                try take(batch)
                do { try writer.folder.checkIsNotSuspended() } catch { interruption = error }
            }
            if Task.isCancelled {
                interruption = CancellationError()
                for batch in reading.stopAndTakeRest() { try take(batch) }
            }
        } merging: { share in
            progress(IndexingProgress(articles: articles, inputBytes: inputBytes, merged: share))
        }
        guard let outcome else { return nil }
        // What was read before an interruption is in the index and can be searched from now on.
        if let interruption { return .failure(interruption) }
        (result.added, result.updated, result.unchanged) = (outcome.added, outcome.updated, outcome.unchanged)
        return .success(result)
    }
}

/// Writes batches in the ordinary way, and counts the results.
private struct Filling {
    let writer: ArticleWriter
    let run: Int
    let keepsMissing: Bool
    let progress: @Sendable (IndexingProgress) -> Void
    var result = IndexResult(added: 0, updated: 0, unchanged: 0, removed: 0, seconds: 0)
    private var encoder = ArticleEncoder()

    init(
        writer: ArticleWriter, run: Int, keepsMissing: Bool, progress: @escaping @Sendable (IndexingProgress) -> Void
    ) {
        (self.writer, self.run, self.keepsMissing, self.progress) = (writer, run, keepsMissing, progress)
    }

    mutating func write(_ batch: PreparedBatch) async throws {
        for step in batch.steps {
            switch step {
            case .articles(let articles): try await apply(articles)
            case .unprepared(let articles): try await apply(articles.map { encoder.encode($0) })
            case .finished(let path, let isComplete):
                result.removed += try await writer.finishFile(
                    path, run: run, isComplete: isComplete && !keepsMissing)
            case .walked(let walked, let met):
                let end = WalkEnd(walked: walked, met: met)
                if !keepsMissing { try await end.removeMissing(by: writer, &result) }
                end.record(in: writer.folder)
            }
        }
        result.failed += batch.failures.map { IndexFailure($0) }
        let articles = result.added + result.updated + result.unchanged
        progress(IndexingProgress(articles: articles, inputBytes: batch.inputBytes))
    }

    private mutating func apply(_ articles: [PreparedArticle]) async throws {
        for outcome in try await writer.apply(articles, run: run) {
            switch outcome {
            case .added: result.added += 1
            case .updated: result.updated += 1
            case .unchanged: result.unchanged += 1
            }
        }
    }
}

extension IndexFailure {
    fileprivate init(_ failure: ReadFailure) {
        self.init(path: failure.path, line: failure.line, reason: failure.reason)
    }
}
