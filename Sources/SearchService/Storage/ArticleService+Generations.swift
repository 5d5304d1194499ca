import IndexStorage
import Indexing
package import SearchProtocol

extension ArticleService {
    /// Writes the index anew in less space; searches go on, and runs of indexing wait and then go on.
    ///
    /// - Parameter progress: told whom it waits for.
    /// - Returns: what came of it.
    /// - Throws: `ProtocolError`; -32004 while writing is suspended. The index is as it was then.
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

    /// Makes the index anew from the articles that it stores; searches go on, and runs of indexing wait and then go on.
    ///
    /// - Parameter progress: told whom it waits for, and how far it has come.
    /// - Returns: how many articles there are, and how many could not be read.
    /// - Throws: `ProtocolError`; -32004 while writing is suspended. `CancellationError`. The index is as it was then.
    package func rebuild(
        progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
    ) async throws -> RebuildResult {
        let result = try await withWriter(purpose: "tracuu rebuild", opensLater: true, progress: progress) {
            writer, _ in
            try await ArticleService.rebuild(by: writer, progress: progress)
        }
        await readers.closeStaleSnapshots()
        return result
    }

    private static func rebuild(
        by writer: isolated ArticleWriter, progress: @Sendable (IndexingProgress) -> Void
    ) throws(IndexError) -> RebuildResult {
        var unreadable: [String] = []
        let counts = try writer.rebuild(
            progress: { done, total in
                progress(IndexingProgress(articles: done, inputBytes: 0, totalArticles: total))
            },
            lost: { if unreadable.count < RebuildResult.mostNamed { unreadable.append($0) } })
        return RebuildResult(articles: counts.articles, lost: counts.lost, unreadable: unreadable)
    }

    /// Copies the index as it stands at one moment; searches go on, and runs of indexing wait and then go on.
    ///
    /// - Parameters:
    ///   - path: the absolute path of the folder that becomes the copy: it does not exist yet, or is empty.
    ///   - progress: told whom it waits for.
    /// - Returns: what was copied.
    /// - Throws: `ProtocolError`; -32602 where the folder will not do. `CancellationError`.
    package func backUp(
        to path: String, progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
    ) async throws -> BackupResult {
        let outcome = try await withWriter(
            purpose: "tracuu backup", opensLater: true, evenSuspended: true, progress: progress
        ) { writer, _ in try await writer.backUp(to: path) }
        return BackupResult(path: path, outcome)
    }

    /// Puts a backup in the place of the index.
    ///
    /// - Parameters:
    ///   - path: the folder of the backup, which stays as it is.
    ///   - progress: told whom it waits for.
    /// - Returns: what was copied.
    /// - Throws: `ProtocolError`; -32602 where the folder holds no index. `CancellationError`. The index is as it was then.
    package func restore(
        from path: String, progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
    ) async throws -> BackupResult {
        let outcome = try await withWriter(purpose: "tracuu restore", opensLater: true, progress: progress) {
            writer, _ in
            try await writer.restore(from: path)
        }
        await readers.closeStaleSnapshots()
        return BackupResult(path: folder.path, outcome)
    }
}

extension BackupResult {
    fileprivate init(path: String, _ outcome: Backup.Outcome) {
        self.init(
            path: path, articles: outcome.articles, revision: outcome.revision, generation: outcome.generation,
            bytes: outcome.bytes)
    }
}
