import JSON
import SearchClient
import SearchProtocol
import SearchService

/// What concerns the index's files as a whole.
extension ArchiveAccess {
    func compact(progress: @escaping @Sendable (ProgressValue) -> Void) async throws -> CompactResult {
        switch self {
        case .daemon(let daemon):
            try daemon.connection.work(.compact, returning: CompactResult.self, progress: progress)
        case .direct(let service): try await service.compact { progress(ProgressValue($0)) }
        }
    }

    func rebuild(progress: @escaping @Sendable (ProgressValue) -> Void) async throws -> RebuildResult {
        switch self {
        case .daemon(let daemon):
            try daemon.connection.work(.rebuild, returning: RebuildResult.self, progress: progress)
        case .direct(let service): try await service.rebuild { progress(ProgressValue($0)) }
        }
    }

    /// Copies the index into a folder, whose path is absolute.
    func backUp(to path: String, progress: @escaping @Sendable (ProgressValue) -> Void) async throws -> BackupResult {
        switch self {
        case .daemon(let daemon):
            let params = BackupParams(path: path, progressToken: .string("work"))
            return try daemon.connection.call(.backup, params, returning: BackupResult.self, progress: progress)
        case .direct(let service): return try await service.backUp(to: path) { progress(ProgressValue($0)) }
        }
    }

    func suspend(progress: @escaping @Sendable (ProgressValue) -> Void) async throws -> SuspensionResult {
        switch self {
        case .daemon(let daemon):
            try daemon.connection.work(.suspend, returning: SuspensionResult.self, progress: progress)
        case .direct(let service): try await service.suspend { progress(ProgressValue($0)) }
        }
    }

    func resume() throws -> SuspensionResult {
        switch self {
        case .daemon(let daemon): try daemon.connection.work(.resume, returning: SuspensionResult.self) { _ in }
        case .direct(let service): try service.resume()
        }
    }

    func failed() throws -> FailedResult {
        switch self {
        case .daemon(let daemon):
            try daemon.connection.call(.failed, JSONValue?.none, returning: FailedResult.self)
        case .direct(let service): service.failed
        }
    }
}

extension Connection {
    /// Has the daemon do something without parameters, and passes on how far it has come.
    fileprivate func work<Output: JSONReadable>(
        _ method: Method, returning type: Output.Type, progress: (ProgressValue) -> Void
    ) throws(ClientError) -> Output {
        let params = ProgressTokenParams(progressToken: .string("work"))
        return try call(method, params, returning: type, progress: progress)
    }

    /// Asks, and passes on how far the request has come.
    func call<Output: JSONReadable>(
        _ method: Method, _ params: some JSONWritable, returning type: Output.Type, progress: (ProgressValue) -> Void
    ) throws(ClientError) -> Output {
        try call(method, params, returning: type) { name, params in
            guard name == Method.progress.name, let params, let told = try? ProgressParams(json: params) else { return }
            progress(told.value)
        }
    }
}
