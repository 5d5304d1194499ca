import Foundation
import IndexStorage
import JSON
import SearchProtocol
import SearchService

/// A service on an index in a folder of the test's own, deleted with it.
final class ServiceHome: Sendable {
    let folder: URL
    let service: ArticleService

    /// Options under which no search is late, however many other tests keep the machine busy.
    static let patient = ServiceOptions(limits: Limits(deadlineMs: 600_000))

    init(options: ServiceOptions = patient) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tracuu-service-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        service = ArticleService(folder: IndexFolder(path: folder.path + "/index"), options: options)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Another service on the same index, as another process would have it.
    func other() -> ArticleService { ArticleService(folder: service.folder, options: ServiceHome.patient) }

    /// Indexes articles given as JSON objects.
    @discardableResult
    func index(_ objects: String...) async throws -> IndexResult {
        try await service.index(objects: objects.map { try JSONValue(parsing: Array($0.utf8)) })
    }
}

/// The protocol's error that some work ends in, or nil if it succeeds.
func refusal(_ work: () async throws -> some Sendable) async throws -> ProtocolError? {
    do {
        _ = try await work()
        return nil
    } catch let error as ProtocolError {
        return error
    }
}
