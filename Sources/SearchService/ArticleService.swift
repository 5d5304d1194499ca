package import IndexStorage
import QueryPlanning
package import SearchEngine
package import SearchProtocol

/// The methods of the protocol, executed on an index: by the daemon, or by the client without one.
package struct ArticleService: Sendable {
    /// The index that is served.
    package let folder: IndexFolder
    /// The limits and settings.
    package var options: ServiceOptions { current.value }
    private let current: CurrentOptions
    let readers: ReaderPool
    let writing: WriterPool
    let holds: WriterLease
    let rankings = RecentRankings()
    let checking = CheckTurn()
    let trust: IndexTrust

    /// Creates a service on an index, which need not exist yet.
    package init(folder: IndexFolder, options: ServiceOptions = ServiceOptions()) {
        self.folder = folder
        trust = IndexTrust(folder)
        current = CurrentOptions(options)
        readers = ReaderPool(
            folder: folder, count: options.readers, queueLimit: options.limits.queuedRequests)
        writing = WriterPool(folder: folder, commitBytes: options.commitBytes)
        holds = WriterLease(writing, patience: options.betweenParts)
    }

    /// Applies new options; running requests continue with the old ones, and the number of readers stays.
    package func take(_ options: ServiceOptions) async {
        current.set(options)
        await writing.setCommitBytes(options.commitBytes)
    }

    /// A probe for each search thread, which returns once the thread responds: for a watchdog.
    package var readerThreads: [@Sendable () async -> Void] {
        readers.all.map { reader in { await reader.answer() } }
    }

    /// Returns the state of the index; the daemon adds its own.
    ///
    /// - Parameter origin: the origin of the request.
    /// - Returns: the index's figures and how busy its readers are.
    /// - Throws: `ProtocolError`.
    package func status(from origin: RequestOrigin = .ownProcess) async throws -> StatusResult {
        let offset = options.reading.timeZoneOffset
        let statistics = try await answering(origin, as: .lookup) { reader, stop in
            try await reader.statistics(timeZoneOffset: offset, stop: stop)
        }
        let load = readers.load
        var status = StatusResult(
            articles: statistics.articles, revision: statistics.revision, generation: statistics.generation,
            schemaVersion: statistics.schemaVersion, indexPath: statistics.path, bytes: statistics.bytes,
            limits: options.limits,
            queue: QueueSummary(readers: load.readers, running: load.running, waiting: load.waiting))
        (status.liveArticles, status.removedArticles) = (statistics.liveArticles, statistics.removedArticles)
        let others = statistics.articlesOfOtherTimeZone
        if others > 0 { status.articlesOfOtherTimeZone = others }
        status.indexing = await indexingStatus()
        return status
    }
}

extension ArticleService {
    /// The fields that a query can name, from the index's own table.
    package static var fields: FieldsResult {
        FieldsResult(
            fields: Field.all.map {
                FieldDescription(name: $0.name, aliases: $0.aliases, summary: $0.summary, example: $0.example)
            })
    }
}
