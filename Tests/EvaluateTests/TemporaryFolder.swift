import Foundation

/// A folder of a test's own, deleted with this object.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("evaluate-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// A file or folder in this one.
    func file(_ name: String) -> URL { url.appendingPathComponent(name) }

    /// Writes a file and gives its place.
    @discardableResult
    func write(_ text: String, as name: String) throws -> URL {
        try Data(text.utf8).write(to: file(name))
        return file(name)
    }
}
