import ArticleIndex
import SearchProtocol
import SearchService

/// Hands the requests of all sessions to the service.
struct ServiceHandler: MethodHandler {
    let service: ArticleService
    /// When the daemon was started.
    let start: ContinuousClock.Instant
    /// Told after every change of the index that came through the daemon.
    let changed: AsyncStream<IndexChangedParams>.Continuation

    let methods: Set<Method> = [.search, .article, .index, .remove, .status, .fields]

    func handle(_ call: MethodCall) async throws -> ResponseBody {
        switch call.method {
        case .search: ResponseBody(try await service.search(call.decode(), encoding: call.positionEncoding))
        case .article: ResponseBody(try await service.article(call.decode()))
        case .index: ResponseBody(try await announcing { try await index(call) })
        case .remove:
            ResponseBody(try await announcing { try await service.remove(call.decode()) })
        case .status: ResponseBody(try await status())
        case .fields: ResponseBody(ArticleService.fields)
        default: throw ProtocolError(.methodNotFound, "\(call.method.name) is not served by this version")
        }
    }

    private func index(_ call: MethodCall) async throws -> IndexResult {
        let params: IndexParams = try call.decode()
        if let articles = params.articles { return try await service.index(objects: articles) }
        let paths = params.paths ?? []
        guard let relative = paths.first(where: { !$0.hasPrefix("/") }) else {
            guard let token = params.progressToken else { return try await service.index(paths: paths) }
            return try await service.index(paths: paths) { progress in
                call.session.report(ProgressValue(progress), token: token)
            }
        }
        throw ProtocolError(.invalidParams, "paths: expected absolute paths, found \(relative)")
    }

    private func status() async throws -> StatusResult {
        var status = try await service.status()
        status.uptimeSeconds = Int(start.duration(to: .now).components.seconds)
        return status
    }

    /// Tells of the index's new revision after some work on it.
    private func announcing<Result>(_ work: () async throws -> Result) async throws -> Result {
        let result = try await work()
        if let status = try? await service.status() {
            changed.yield(IndexChangedParams(revision: status.revision, articles: status.articles))
        }
        return result
    }
}
