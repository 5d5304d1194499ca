import ArticleIndex
import SearchProtocol
import SearchService

/// Hands the requests of all sessions to the service.
struct ServiceHandler: MethodHandler {
    let service: ArticleService
    /// Adds to a status what the daemon knows of itself.
    let fillStatus: @Sendable (inout StatusResult) -> Void
    /// Told after every change of the index that came through the daemon.
    let changed: AsyncStream<IndexChangedParams>.Continuation

    let methods: Set<Method> = [
        .search, .suggest, .similar, .timeline, .explain, .article, .index, .remove, .status, .fields,
    ]

    func handle(_ call: MethodCall) async throws -> ResponseBody {
        switch call.method {
        case .search: ResponseBody(try await service.search(call.decode(), encoding: call.positionEncoding))
        case .similar: ResponseBody(try await service.similar(call.decode(), encoding: call.positionEncoding))
        case .timeline: ResponseBody(try await service.timeline(call.decode()))
        case .suggest: ResponseBody(try await service.suggest(call.decode()))
        case .explain: ResponseBody(try await service.explain(call.decode(), encoding: call.positionEncoding))
        case .article: ResponseBody(try await service.article(call.decode()))
        case .index: ResponseBody(try await announcing { try await index(call) })
        case .remove:
            ResponseBody(try await announcing { try await remove(call) })
        case .status: ResponseBody(try await status())
        case .fields: ResponseBody(ArticleService.fields)
        default: throw ProtocolError(.methodNotFound, "\(call.method.name) is not served by this version")
        }
    }

    private func index(_ call: MethodCall) async throws -> IndexResult {
        let params: IndexParams = try call.decode()
        let progress: @Sendable (IndexingProgress) -> Void = { progress in
            if let token = params.progressToken { call.session.report(ProgressValue(progress), token: token) }
        }
        if let articles = params.articles {
            // One run at a time of each connection, unless somebody sends several without telling of more.
            let part = params.more.map { RunPart(run: call.session.number, isLast: !$0) }
            return try await service.index(objects: articles, part: part, progress: progress)
        }
        return try await service.index(paths: ServiceHandler.absolute(params.paths ?? []), progress: progress)
    }

    private func remove(_ call: MethodCall) async throws -> RemoveResult {
        let params: RemoveParams = try call.decode()
        _ = try ServiceHandler.absolute(params.paths ?? [])
        return try await service.remove(params) { progress in
            if let token = params.progressToken { call.session.report(ProgressValue(progress), token: token) }
        }
    }

    /// The paths, none of which may depend on where a process stands.
    private static func absolute(_ paths: [String]) throws(ProtocolError) -> [String] {
        guard let relative = paths.first(where: { !$0.hasPrefix("/") }) else { return paths }
        throw ProtocolError(.invalidParams, "paths: expected absolute paths, found \"\(relative.prefix(80))\"")
    }

    private func status() async throws -> StatusResult {
        var status = try await service.status()
        fillStatus(&status)
        return status
    }

    /// Tells of the index's new revision after some work on it, also where the work ended early.
    private func announcing<Result>(_ work: () async throws -> Result) async throws -> Result {
        let before = try? await service.status()
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await work()) } catch { result = .failure(error) }
        if let after = try? await service.status(),
            (after.revision, after.generation) != (before?.revision, before?.generation)
        {
            changed.yield(IndexChangedParams(revision: after.revision, articles: after.articles))
        }
        return try result.get()
    }
}
