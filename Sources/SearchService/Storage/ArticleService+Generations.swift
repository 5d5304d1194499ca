import IndexStorage
import Indexing
package import SearchProtocol

extension ArticleService {
    /// Rewrites the index in less space; searches continue, and indexing runs wait and then continue.
    ///
    /// - Parameter progress: receives the process that it waits for.
    /// - Returns: the result.
    /// - Throws: `ProtocolError`; -32004 while writing is suspended. The index is then unchanged.
    package func compact(
        progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
    ) async throws -> CompactResult {
        let outcome = try await withWriter(purpose: "tracuu compact", opensLater: true, progress: progress) {
            writer, _ in
            try await writer.compact()
        }
        await readers.closeStaleSnapshots()
        return CompactResult(
            articles: outcome.articles, generation: outcome.generation, bytesBefore: outcome.bytesBefore,
            bytes: outcome.bytes)
    }

    /// Rebuilds the index from its stored articles; searches continue, and indexing runs wait and then continue.
    ///
    /// Moments that were brought to another time zone than the configured one get their days again.
    ///
    /// - Parameter progress: receives the process that it waits for, and the progress.
    /// - Returns: the number of articles, and the number that could not be read.
    /// - Throws: `ProtocolError`; -32004 while writing is suspended. `CancellationError`. The index is then unchanged.
    package func rebuild(
        progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
    ) async throws -> RebuildResult {
        let offset = options.reading.timeZoneOffset
        let result = try await withWriter(purpose: "tracuu rebuild", opensLater: true, progress: progress) {
            writer, _ in
            try await ArticleService.rebuild(by: writer, timeZoneOffset: offset, progress: progress)
        }
        await readers.closeStaleSnapshots()
        return result
    }

    private static func rebuild(
        by writer: isolated ArticleWriter, timeZoneOffset: Int, progress: @Sendable (IndexingProgress) -> Void
    ) throws(IndexError) -> RebuildResult {
        var (unreadable, notes): ([String], [String]) = ([], [])
        let counts = try writer.rebuild(
            timeZoneOffset: timeZoneOffset,
            progress: { done, total in
                progress(IndexingProgress(articles: done, inputBytes: 0, totalArticles: total))
            },
            lost: { if unreadable.count < RebuildResult.mostNamed { unreadable.append($0) } },
            note: { notes.append($0) })
        return RebuildResult(articles: counts.articles, lost: counts.lost, unreadable: unreadable, notes: notes)
    }

    /// Copies a snapshot of the index; searches continue, and indexing runs wait and then continue.
    ///
    /// It needs no right to write to the index.
    ///
    /// - Parameters:
    ///   - path: the absolute path of the folder that becomes the copy: it does not exist yet, or is empty.
    ///   - progress: receives the process that it waits for.
    /// - Returns: what was copied.
    /// - Throws: `ProtocolError`; -32602 where the folder is not suitable. `CancellationError`.
    package func backUp(
        to path: String, progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
    ) async throws -> BackupResult {
        if folder.isReadOnly {
            do {
                return BackupResult(path: path, try await BackupThread().backUp(folder, to: path))
            } catch {
                throw ProtocolError(error)
            }
        }
        let outcome = try await withWriter(
            purpose: "tracuu backup", opensLater: true, evenSuspended: true, progress: progress
        ) { writer, _ in try await writer.backUp(to: path) }
        return BackupResult(path: path, outcome)
    }

    /// Replaces the index with a backup.
    ///
    /// - Parameters:
    ///   - path: the folder of the backup, which stays as it is.
    ///   - progress: receives the process that it waits for.
    /// - Returns: what was copied.
    /// - Throws: `ProtocolError`; -32602 where the folder has no index. `CancellationError`. The index is then
    ///   unchanged.
    package func restore(
        from path: String, progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
    ) async throws -> BackupResult {
        let outcome = try await withWriter(purpose: "tracuu restore", opensLater: true, progress: progress) {
            writer, _ in
            try await writer.restore(from: path)
        }
        await readers.closeStaleSnapshots()
        return BackupResult(path: folder.name, outcome)
    }
}

extension BackupResult {
    fileprivate init(path: String, _ outcome: Backup.Outcome) {
        self.init(
            path: path, articles: outcome.articles, revision: outcome.revision, generation: outcome.generation,
            bytes: outcome.bytes)
    }
}
