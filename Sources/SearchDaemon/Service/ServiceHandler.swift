import SearchEngine
import SearchProtocol
import SearchService

/// Passes the requests of all sessions to the service.
struct ServiceHandler: MethodHandler {
    let service: ArticleService
    /// Whether this process serves one client alone, which may then restore a backup from any folder.
    let isPrivate: Bool
    /// The descriptor that `index` reads for the path `-`, or nil where the client sends that as `input`.
    let input: Int32?
    /// Adds the daemon's own figures to a status.
    let fillStatus: @Sendable (inout StatusResult) -> Void
    /// The watch, which checks the index after every change made through the daemon.
    let watch: IndexWatch

    var methods: Set<Method> { isPrivate ? ServiceHandler.methods.union([.restore]) : ServiceHandler.methods }

    private static let methods: Set<Method> = [
        .search, .suggest, .similar, .timeline, .explain, .article, .index, .remove, .status, .fields,
        .narrow, .cite, .compact, .rebuild, .backup, .check, .suspend, .resume, .failed,
    ]

    func handle(_ call: MethodCall) async throws -> ResponseBody {
        switch call.method {
        case .search:
            ResponseBody(
                try await service.search(
                    call.decode(), encoding: call.positionEncoding, from: call.origin))
        case .similar:
            ResponseBody(
                try await service.similar(
                    call.decode(), encoding: call.positionEncoding, from: call.origin))
        case .timeline:
            ResponseBody(
                try await service.timeline(
                    call.decode(), encoding: call.positionEncoding, from: call.origin))
        case .suggest: ResponseBody(try await service.suggest(call.decode(), from: call.origin))
        case .explain:
            ResponseBody(
                try await service.explain(
                    call.decode(), encoding: call.positionEncoding, from: call.origin))
        case .article:
            ResponseBody(
                try await service.article(
                    call.decode(), encoding: call.positionEncoding, from: call.origin))
        case .narrow: ResponseBody(try service.narrow(call.decode(), encoding: call.positionEncoding))
        case .cite: ResponseBody(try await service.cite(call.decode(), from: call.origin))
        case .index: ResponseBody(try await announcing { try await index(call) })
        case .remove:
            ResponseBody(try await announcing { try await remove(call) })
        case .status: ResponseBody(try await status(from: call.origin))
        case .fields: ResponseBody(ArticleService.fields)
        case .compact: ResponseBody(try await announcing { try await service.compact(progress: progress(of: call)) })
        case .rebuild: ResponseBody(try await announcing { try await service.rebuild(progress: progress(of: call)) })
        case .backup: ResponseBody(try await backUp(call))
        case .restore where isPrivate: ResponseBody(try await announcing { try await restore(call) })
        case .suspend: ResponseBody(try await announcing { try await service.suspend(progress: progress(of: call)) })
        case .resume:
            ResponseBody(try resume(call))
        case .failed: ResponseBody(service.failed)
        case .check: ResponseBody(try await check(call))
        default: throw ProtocolError(.methodNotFound, "\(call.method.name) is not served by this version")
        }
    }

    private func index(_ call: MethodCall) async throws -> IndexResult {
        let params: IndexParams = try call.decode()
        let progress: @Sendable (IndexingProgress) -> Void = { progress in
            if let token = params.progressToken { call.session.report(ProgressValue(progress), token: token) }
        }
        if let articles = params.articles {
            // Each connection has one run at a time; requests without `more` are each a run of their own.
            let part = params.more.map { RunPart(run: call.session.number, isLast: !$0) }
            return try await service.index(objects: articles, part: part, progress: progress)
        }
        let keepsMissing = params.keepMissing ?? false
        if params.paths == ["-"] {
            if let input {
                return try await service.index(
                    jsonLinesFrom: .descriptor(input), keepsMissing: keepsMissing, progress: progress)
            }
            let (parts, number) = (call.session.input, call.number)
            try parts.begin(for: number)
            defer { parts.end(for: number) }
            return try await service.index(
                jsonLinesFrom: .parts { parts.read(into: $0, for: number) }, keepsMissing: keepsMissing,
                progress: progress)
        }
        return try await service.index(
            paths: ServiceHandler.absolute(params.paths ?? []), keepsMissing: keepsMissing,
            progress: progress)
    }

    /// Reports the progress of a request that has no parameters of its own.
    private func progress(of call: MethodCall) throws -> @Sendable (IndexingProgress) -> Void {
        let params: ProgressTokenParams = try call.decode()
        return { progress in
            if let token = params.progressToken { call.session.report(ProgressValue(progress), token: token) }
        }
    }

    private func backUp(_ call: MethodCall) async throws -> BackupResult {
        let params = try ServiceHandler.backup(call)
        return try await service.backUp(to: params.path) { progress in
            if let token = params.progressToken { call.session.report(ProgressValue(progress), token: token) }
        }
    }

    private func restore(_ call: MethodCall) async throws -> BackupResult {
        let params = try ServiceHandler.backup(call)
        return try await service.restore(from: params.path) { progress in
            if let token = params.progressToken { call.session.report(ProgressValue(progress), token: token) }
        }
    }

    /// The parameters of a backup, whose path has to be absolute, independent of a process's working directory.
    private static func backup(_ call: MethodCall) throws -> BackupParams {
        let params: BackupParams = try call.decode()
        guard params.path.hasPrefix("/") else {
            throw ProtocolError(.invalidParams, "path: expected an absolute path, found \"\(params.path.prefix(80))\"")
        }
        return params
    }

    private func resume(_ call: MethodCall) throws -> SuspensionResult {
        _ = try progress(of: call)
        return try service.resume()
    }

    private func check(_ call: MethodCall) async throws -> CheckResult {
        let params: CheckParams = try call.decode()
        return try await service.check(params) { progress in
            if let token = params.progressToken { call.session.report(progress, token: token) }
        }
    }

    private func remove(_ call: MethodCall) async throws -> RemoveResult {
        let params: RemoveParams = try call.decode()
        _ = try ServiceHandler.absolute(params.paths ?? [])
        return try await service.remove(params) { progress in
            if let token = params.progressToken { call.session.report(ProgressValue(progress), token: token) }
        }
    }

    /// Checks that all paths are absolute, independent of a process's working directory.
    private static func absolute(_ paths: [String]) throws(ProtocolError) -> [String] {
        guard let relative = paths.first(where: { !$0.hasPrefix("/") }) else { return paths }
        throw ProtocolError(.invalidParams, "paths: expected absolute paths, found \"\(relative.prefix(80))\"")
    }

    private func status(from origin: RequestOrigin) async throws -> StatusResult {
        var status = try await service.status(from: origin)
        fillStatus(&status)
        return status
    }

    /// Schedules a check of the index after some work on it, even where the work ended early.
    private func announcing<Result>(_ work: () async throws -> Result) async throws -> Result {
        defer { watch.look() }
        return try await work()
    }
}

extension MethodCall {
    /// The origin of the request.
    fileprivate var origin: RequestOrigin { RequestOrigin(connection: session.number, number: number) }
}
