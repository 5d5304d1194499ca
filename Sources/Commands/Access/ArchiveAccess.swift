import Articles
import FaultNotice
import Foundation
import IndexStorage
import JSON
import SearchClient
import SearchEngine
import SearchProtocol
import SearchService
import Settings
import UnixSockets

/// The way to the index: the daemon's socket, or the index itself.
enum ArchiveAccess {
    case daemon(DaemonAccess)
    case direct(ArticleService)

    /// What to do where no daemon runs.
    enum Starting {
        /// Start one: what asks once asks again soon.
        case onDemand
        /// Work on the index itself.
        case never
    }

    /// Finds the way, by what runs and what was asked for.
    ///
    /// - Parameters:
    ///   - options: what was asked for.
    ///   - settings: where the daemon and the index are.
    ///   - starting: what to do where no daemon runs.
    ///   - first: what a daemon will be asked, and nothing that changes the index: one that serves another gets it too.
    /// - Throws: `ClientError`, `SocketPathError`, and `UsageError` where the socket named serves another index.
    init(_ options: CommonChoices, _ settings: Settings, starting: Starting, asking first: FirstRequest? = nil) throws {
        if options.noDaemon {
            self = .direct(ArchiveAccess.service(settings))
            return
        }
        let path = try SocketPath(settings.socket)
        let hello = InitializeParams(clientName: "tracuu")
        let connect = {
            switch starting {
            case .never: try Connection.ifServed(at: path, hello: hello, asking: first)
            case .onDemand:
                try ArchiveAccess.launcher(settings, isOnDemand: true).connect(to: path, hello: hello, asking: first)
            }
        }
        guard let connection = try connect() else {
            self = .direct(ArchiveAccess.service(settings))
            return
        }
        // A daemon that serves another index is of no use here, but the index itself can be opened just as well.
        if let served = connection.greeting?.indexPath, served != settings.index,
            served != IndexFolder(path: settings.index).path
        {
            guard options.socket == nil else {
                throw UsageError(
                    description: "the daemon at \(path.path) serves \(served), not \(settings.index); "
                        + "name its index with --index or leave out --socket")
            }
            self = .direct(ArchiveAccess.service(settings))
        } else {
            self = .daemon(DaemonAccess(connection, reconnect: connect))
        }
    }

    /// How to start the daemon with these settings.
    static func launcher(_ settings: Settings, isOnDemand: Bool) -> DaemonLauncher {
        var arguments = ["--index", settings.index, "--socket", settings.socket]
        if let file = settings.configurationFile { arguments += ["--config", file] }
        if isOnDemand { arguments.append("--on-demand") }
        return DaemonLauncher(arguments: arguments, log: settings.socket + ".log")
    }

    /// The service that works on the index itself.
    static func service(_ settings: Settings) -> ArticleService {
        let folder = IndexFolder(path: settings.index)
        FaultNotice.install(program: "tracuu", mark: folder.faultPath)
        return ArticleService(
            folder: folder,
            options: ServiceOptions(
                readers: 1,
                limits: Limits(window: settings.window, deadlineMs: Int(settings.deadline / .milliseconds(1))),
                reading: ReadingLimits(
                    lineBytes: settings.lineBytes, textFileBytes: settings.textBytes,
                    timeZoneOffset: settings.timeZoneOffset),
                commitBytes: settings.commitBytes))
    }
}

extension ArchiveAccess {
    func search(_ params: SearchParams) throws -> SearchProtocol.SearchResult {
        switch self {
        case .daemon(let daemon): try daemon.ask(.search, params)
        case .direct(let service): try blocking { try await service.search(params) }
        }
    }

    func similar(_ params: SimilarParams) throws -> SearchProtocol.SearchResult {
        switch self {
        case .daemon(let daemon): try daemon.ask(.similar, params)
        case .direct(let service): try blocking { try await service.similar(params) }
        }
    }

    func timeline(_ params: TimelineParams) throws -> TimelineResult {
        switch self {
        case .daemon(let daemon): try daemon.ask(.timeline, params)
        case .direct(let service): try blocking { try await service.timeline(params) }
        }
    }

    func suggest(_ params: SuggestParams) throws -> SuggestResult {
        switch self {
        case .daemon(let daemon): try daemon.ask(.suggest, params)
        case .direct(let service): try blocking { try await service.suggest(params) }
        }
    }

    func article(_ params: ArticleParams) throws -> ArticleResult {
        switch self {
        case .daemon(let daemon): try daemon.ask(.article, params)
        case .direct(let service): try blocking { try await service.article(params) }
        }
    }

    func cite(_ params: CiteParams) throws -> CiteResult {
        switch self {
        case .daemon(let daemon): try daemon.ask(.cite, params)
        case .direct(let service): try blocking { try await service.cite(params) }
        }
    }

    func status() throws -> StatusResult {
        switch self {
        case .daemon(let daemon): try daemon.ask(.status, JSONValue?.none)
        case .direct(let service): try blocking { try await service.status() }
        }
    }

    /// Verifies the index.
    func check(
        _ params: CheckParams, progress: @escaping @Sendable (ProgressValue) -> Void
    ) async throws -> CheckResult {
        switch self {
        case .direct(let service): try await service.check(params, progress: progress)
        case .daemon(let daemon):
            try daemon.connection.call(.check, params, returning: CheckResult.self, progress: progress)
        }
    }

    /// Takes articles out; `progress` is told whom it waits for.
    func remove(
        _ params: RemoveParams, progress: @escaping @Sendable (ProgressValue) -> Void
    ) async throws -> RemoveResult {
        switch self {
        case .daemon(let daemon):
            var params = params
            params.progressToken = .string("remove")
            return try daemon.connection.call(
                .remove, params, returning: RemoveResult.self, progress: progress)
        case .direct(let service): return try await service.remove(params) { progress(ProgressValue($0)) }
        }
    }

    /// Adds and updates the articles of files and folders.
    func index(paths: [String], progress: @escaping @Sendable (ProgressValue) -> Void) async throws -> IndexResult {
        switch self {
        case .direct(let service):
            return try await service.index(paths: paths) { progress(ProgressValue($0)) }
        case .daemon(let daemon):
            let params = IndexParams(paths: paths, progressToken: .string("index"))
            return try daemon.connection.call(.index, params, returning: IndexResult.self, progress: progress)
        }
    }

    /// Adds and updates the articles of JSON Lines read from a descriptor.
    ///
    /// - Parameters:
    ///   - descriptor: open for reading, such as standard input.
    ///   - frameBytes: the longest message, in bytes, that a daemon takes which cannot tell its own limit.
    ///   - progress: told now and then how far it has come.
    /// - Returns: what became of the articles.
    /// - Throws: `ClientError`, `ProtocolError`, `CancellationError`.
    func index(
        jsonLinesFrom descriptor: Int32, frameBytes: Int, progress: @escaping @Sendable (ProgressValue) -> Void
    ) async throws -> IndexResult {
        switch self {
        case .direct(let service): try await service.index(jsonLinesFrom: descriptor) { progress(ProgressValue($0)) }
        case .daemon(let daemon):
            try PipedArticles.index(
                descriptor, through: daemon.connection, assuming: Limits(frameBytes: frameBytes), progress: progress)
        }
    }
}
