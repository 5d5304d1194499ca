import ArticleModel
package import Articles
import FilePaths
import IndexStorage
import Indexing
package import JSON
package import SearchProtocol
import Synchronization

extension ArticleService {
    /// Adds and updates the articles of files and folders, and removes those that are gone from them.
    ///
    /// - Parameters:
    ///   - paths: absolute paths; one that does not exist is among the failures.
    ///   - keepsMissing: whether articles stay that are gone from their file, or whose file is gone from one of the
    ///     folders.
    ///   - progress: called after each batch.
    /// - Returns: the counts of articles, with every failure.
    /// - Throws: `ProtocolError` where the index cannot be written, and -32602 for a path outside of the roots;
    ///   where it is cancelled, -32800 with the result for what was read before, which is in the index.
    package func index(
        paths: [String], keepsMissing: Bool = false,
        progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
    ) async throws -> IndexResult {
        try checkRoots(paths)
        // An index folder among the articles is not read as articles.
        let files = ArticleFiles(limits: options.reading, skipping: folder.path, within: options.roots)
        let total = Mutex<Int?>(nil)
        let told: @Sendable (IndexingProgress) -> Void = { step in
            var step = step
            step.totalBytes = total.withLock { $0 }
            progress(step)
        }
        // Links may have led to files and folders elsewhere.
        let read = Mutex(paths + paths.map { ResolvedPath($0).path })
        let list: @Sendable (IndexResult) -> Void = { [folder] result in
            var failures = FailureList(of: folder)
            failures.replace(with: result.failed, under: read.withLock { $0 })
            failures.write(to: folder)
        }
        return try await index(keepsMissing: keepsMissing, progress: told, atEnd: list) { deliver in
            // Walking the folders takes a while too, so the reading thread does it.
            var bytes = 0
            files.forEachFile(at: paths) { bytes += $0.bytes }
            total.withLock { $0 = bytes }
            try files.read(paths) { event in
                if case .walked(let walked) = event {
                    read.withLock { $0 += walked.folders.map(\.path) + walked.files }
                }
                try deliver(event)
            }
        }
    }

    /// Rejects paths outside the roots, with the same error whether they exist or not.
    private func checkRoots(_ paths: [String]) throws(ProtocolError) {
        guard let roots = options.roots, let path = paths.first(where: { !roots.allow(path: $0) }) else { return }
        throw ProtocolError(
            .invalidParams,
            "paths: \(path.prefix(300)) lies outside of the folders that the daemon may read "
                + "(\(roots.folders.joined(separator: ", "))); add its folder to daemon.roots, or use --no-daemon")
    }

    /// Adds and updates the articles of JSON Lines as they arrive, such as through a pipe.
    ///
    /// Whenever the input pauses, what has arrived is committed and the writer given back until more arrives.
    ///
    /// - Parameters:
    ///   - stream: the input.
    ///   - keepsMissing: whether articles stay that are gone from their file.
    ///   - progress: called after each batch.
    /// - Returns: the counts of articles, with every failure.
    /// - Throws: as `index(paths:keepsMissing:progress:)`.
    package func index(
        jsonLinesFrom stream: ByteStream, keepsMissing: Bool = false,
        progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
    ) async throws -> IndexResult {
        let files = ArticleFiles(limits: options.reading)
        let start = ContinuousClock.now
        let reading = ReadingThread { deliver in try files.read(jsonLinesFrom: stream, deliver: deliver) }
        defer { reading.stop() }
        var result = IndexResult.none
        do {
            repeat {
                let before = result.articles
                result.add(
                    try await fill(
                        from: reading, loadBytes: options.loadBytes, pauses: true, keepsMissing: keepsMissing
                    ) { step in
                        var step = step
                        step.articles += before
                        progress(step)
                    })
            } while await reading.batches.waitForContent()
        } catch is CancellationError {}
        if Task.isCancelled {
            let rest = reading.stopAndTakeRest()
            // The cancelled task itself could not wait for the writer.
            let writing = Task { () async throws -> IndexResult in
                guard !rest.isEmpty else { return .none }
                return try await withWriter(purpose: "tracuu index", progress: progress) { writer, run in
                    try await ArticleService.write(rest, with: writer, run: run, keepsMissing: keepsMissing)
                }
            }
            result.add(try await writing.value)
        }
        return try ended(result, since: start)
    }

    /// Adds and updates articles given as JSON objects; failures have no path, and `line` is the object's position.
    ///
    /// - Parameters:
    ///   - objects: the articles.
    ///   - part: the part of a longer run that they are, if any.
    ///   - progress: called after each batch.
    /// - Returns: the counts of articles; those of a part are durable when the last part is.
    /// - Throws: as `index(paths:keepsMissing:progress:)`.
    package func index(
        objects: [JSONValue], part: RunPart? = nil,
        progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
    ) async throws -> IndexResult {
        let reader = JSONArticle(limits: options.reading)
        var result = try await index(part: part, progress: progress) { deliver in
            for (number, object) in objects.enumerated() {
                switch Array(object.bytes).withUnsafeBytes(reader.read) {
                case .success(let article):
                    try deliver(.article(article))
                    if let date = article.unreadDate {
                        try deliver(.unreadDate(Articles.UnreadDate(path: "-", line: number, value: date)))
                    }
                case .failure(var failure):
                    failure.line = number
                    try deliver(.failure(failure))
                }
            }
        }
        for place in result.failed.indices { result.failed[place].path = nil }
        for place in result.unreadDates?.first.indices ?? 0..<0 { result.unreadDates?.first[place].path = nil }
        return result
    }

    /// Commits what runs of several parts have written, whose last part has not come; for the end of the process.
    package func endRuns() async { await holds.endAll() }

    private func index(
        part: RunPart? = nil, keepsMissing: Bool = false,
        progress: @escaping @Sendable (IndexingProgress) -> Void,
        atEnd: @Sendable (IndexResult) -> Void = { _ in },
        reading: @escaping @Sendable ((ReadEvent) throws -> Void) throws -> Void
    ) async throws -> IndexResult {
        let start = ContinuousClock.now
        let reader = ReadingThread(reading)
        defer { reader.stop() }
        do {
            let result = try await fill(
                from: reader, loadBytes: part == nil ? options.loadBytes : nil, part: part,
                keepsMissing: keepsMissing, atEnd: atEnd, progress: progress)
            return try ended(result, since: start)
        } catch is CancellationError {
            return try ended(.none, since: start)
        }
    }

    /// Borrows the writer, and fills the index with what is read until the input ends or pauses.
    private func fill(
        from reading: ReadingThread, loadBytes: Int?, part: RunPart? = nil, pauses: Bool = false,
        keepsMissing: Bool, atEnd: @Sendable (IndexResult) -> Void = { _ in },
        progress: @escaping @Sendable (IndexingProgress) -> Void
    ) async throws -> IndexResult {
        try await withWriter(
            purpose: "tracuu index", isDurable: part?.isLast ?? true, progress: progress
        ) { writer, run in
            if let part { try await part.isLast ? holds.end(part.run) : holds.extend(part.run) }
            let result = try await ArticleService.fill(
                writer, run: run, from: reading, loadBytes: loadBytes, pauses: pauses,
                keepsMissing: keepsMissing, progress: progress)
            if !Task.isCancelled { atEnd(result) }
            return result
        }
    }

    /// The result of a run, or the error for one that was cancelled.
    private func ended(_ result: IndexResult, since start: ContinuousClock.Instant) throws(ProtocolError) -> IndexResult
    {
        var result = result
        result.seconds = start.duration(to: .now) / .seconds(1)
        if Task.isCancelled { throw .cancelled(after: result) }
        return result
    }

    /// Removes articles by id or by path; `progress` receives the process that it waits for.
    ///
    /// - Throws: `ProtocolError`, `CancellationError`.
    package func remove(
        _ params: RemoveParams, progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
    ) async throws -> RemoveResult {
        // Removing must not create an index where there is none.
        _ = try await status()
        return try await withWriter(purpose: "tracuu remove", progress: progress) { writer, _ in
            var result = RemoveResult(removed: 0, missing: [])
            for id in params.ids ?? [] {
                if try await writer.remove(id: id) { result.removed += 1 } else { result.missing.append(id) }
            }
            for path in params.paths ?? [] {
                // Articles have the path without links; those from before that was so have the one that was given.
                let named = (try? absolutePath(path)) ?? path
                let removed = try await writer.remove(path: ResolvedPath(named).path, otherName: named)
                if removed == 0 { result.missing.append(path) }
                result.removed += removed
            }
            return result
        }
    }

    /// Runs work with the index's writer, commits its changes, and converts errors to the protocol's.
    ///
    /// - Parameters:
    ///   - purpose: the operation, shown to other processes that wait.
    ///   - isDurable: whether the changes are committed at the end even where others still have the writer.
    ///   - opensLater: whether the index is opened, or created, only when something is written.
    ///   - evenSuspended: whether it runs while writing is suspended.
    ///   - progress: receives the process that it waits for.
    ///   - body: the work.
    /// - Returns: the result of the work.
    /// - Throws: `ProtocolError`, `CancellationError`.
    func withWriter<Result: Sendable>(
        purpose: String, isDurable: Bool = true, opensLater: Bool = false, evenSuspended: Bool = false,
        progress: @escaping @Sendable (IndexingProgress) -> Void,
        _ body: (ArticleWriter, Int) async throws -> Result
    ) async throws -> Result {
        // What replaces the whole index, or copies it, does not mind what state it is in.
        if !opensLater { try await requireTrust() }
        do {
            let (writer, run) = try await writing.take(
                purpose: purpose, opensLater: opensLater, evenSuspended: evenSuspended
            ) { holder in
                progress(IndexingProgress(articles: 0, inputBytes: 0, waitsFor: holder))
            }
            let result: Result
            do {
                result = try await body(writer, run)
            } catch {
                await writer.forget(run: run)
                do {
                    try await writing.giveBack()
                } catch let failure where error is CancellationError || ArticleService.isSuspension(error) {
                    // The caller that interrupts a run relies on its work so far being kept.
                    throw failure
                } catch {}
                throw error
            }
            try await writing.giveBack(isDurable: isDurable)
            return result
        } catch let error as IndexError {
            try Task.checkCancellation()
            throw ProtocolError(error)
        }
    }

    private static func isSuspension(_ error: any Error) -> Bool {
        guard let error = error as? IndexError, case .suspended = error else { return false }
        return true
    }
}
