import Articles
import IndexStorage
import Indexing
import SearchProtocol

extension ArticleService {
    /// Writes what is read into the index: by a bulk load where the index is empty and there is much to read.
    ///
    /// It ends where the input ends or, if that may arrive slowly, where it pauses: what was read is then to be committed. A
    /// cancelled task ends it too, once what was read is written.
    ///
    /// - Parameters:
    ///   - writer: the index's writer.
    ///   - run: the indexing run's number.
    ///   - reading: the thread that reads; it may go on after this.
    ///   - loadBytes: the number of bytes of text from which an empty index is bulk loaded; nil where the run has other
    ///     parts.
    ///   - pauses: whether the input may arrive slowly, as through a pipe.
    ///   - keepsMissing: whether articles stay that are gone from their file, or whose file is gone.
    ///   - progress: called after each batch.
    /// - Returns: the counts of articles, with every failure.
    /// - Throws: `IndexError`.
    static func fill(
        _ writer: ArticleWriter, run: Int, from reading: ReadingThread, loadBytes: Int?, pauses: Bool,
        keepsMissing: Bool, progress: @escaping @Sendable (IndexingProgress) -> Void
    ) async throws -> IndexResult {
        var filling = Filling(writer: writer, run: run, keepsMissing: keepsMissing, progress: progress)
        var waiting: [PreparedBatch] = []
        var isOpen = false
        if loadBytes != nil { isOpen = try await writer.isEmpty() }
        var pace = InputPace()
        let pauseAt = ContinuousClock.now + InputPace.patience
        while true {
            let begin = ContinuousClock.now
            let batch = await reading.batches.next(until: pauses ? isOpen ? begin + pace.rest : pauseAt : nil)
            if batch == nil, Task.isCancelled || reading.batches.isAtEnd { break }
            var isPausing = batch == nil
            if isOpen { isPausing = pauses && pace.isSlow(after: begin.duration(to: .now), batch) }
            if let batch { waiting.append(batch) }
            if isOpen, waiting.reduce(0, { $0 + $1.textBytes }) >= loadBytes ?? 0 {
                isOpen = false
                reading.leaveArticles()
                defer { reading.leaveArticles(false) }
                let loaded = try await load(by: writer, waiting, then: reading, pauses: pauses, progress)
                if let loaded { return try loaded.get() }
                // Another process wrote to the index meanwhile.
            }
            guard !isOpen || isPausing else { continue }
            if isPausing, let rest = reading.takeUnfinished() { waiting.append(rest) }
            try writer.folder.checkIsNotSuspended()
            for batch in waiting { try await filling.write(batch) }
            waiting = []
            if isPausing { return filling.result }
        }
        if Task.isCancelled { waiting += reading.stopAndTakeRest() }
        for batch in waiting { try await filling.write(batch) }
        return filling.result
    }

    /// Writes what a cancelled run has read and not written yet.
    ///
    /// - Parameters:
    ///   - rest: what was read, in its order.
    ///   - writer: the index's writer.
    ///   - run: the indexing run's number.
    ///   - keepsMissing: whether articles stay that are gone from their file.
    /// - Returns: the counts of articles, with every failure.
    /// - Throws: `IndexError`.
    static func write(
        _ rest: [PreparedBatch], with writer: ArticleWriter, run: Int, keepsMissing: Bool
    ) async throws -> IndexResult {
        var filling = Filling(writer: writer, run: run, keepsMissing: keepsMissing) { _ in }
        for batch in rest { try await filling.write(batch) }
        return filling.result
    }

    /// Bulk loads what is read into an empty index, until the input ends or pauses; returns nil where it is not empty.
    private static func load(
        by writer: isolated ArticleWriter, _ first: [PreparedBatch], then reading: ReadingThread, pauses: Bool,
        _ progress: @escaping @Sendable (IndexingProgress) -> Void
    ) throws(IndexError) -> Result<IndexResult, any Error>? {
        var result = IndexResult.none
        var pace = InputPace()
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
                result.add(batch.unreadDates)
                inputBytes = batch.inputBytes
                progress(IndexingProgress(articles: articles, inputBytes: inputBytes))
            }
            for batch in first { try take(batch) }
            while interruption == nil, !Task.isCancelled {
                let begin = ContinuousClock.now
                let rest = pace.rest
                let batch = reading.batches.next {
                    !Task.isCancelled && (!pauses || begin.duration(to: .now) < rest)
                }
                if batch == nil, reading.batches.isAtEnd { break }
                let isPausing = pauses && pace.isSlow(after: begin.duration(to: .now), batch)
                if let batch { try take(batch) }
                do { try writer.folder.checkIsNotSuspended() } catch { interruption = error }
                guard isPausing else { continue }
                if let unfinished = reading.takeUnfinished() { try take(unfinished) }
                break
            }
            if Task.isCancelled { for batch in reading.stopAndTakeRest() { try take(batch) } }
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
    var result = IndexResult.none
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
        result.add(batch.unreadDates)
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

extension SearchProtocol.UnreadDate {
    /// Converts a date that was met while reading to the protocol's form.
    init(_ date: Articles.UnreadDate) { self.init(path: date.path, line: date.line, value: date.value) }
}
