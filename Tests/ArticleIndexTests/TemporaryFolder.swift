import Foundation

@testable import ArticleIndex

/// A folder of a test's own, deleted with this object.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "article-index-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The index in this folder.
    var index: IndexFolder { IndexFolder(path: path + "/Index") }

    /// The names in the index's folder, sorted, but for the readers' lock, which is there once it was needed.
    var indexNames: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: index.path)) ?? []).filter { $0 != "readers.lock" }
            .sorted()
    }
}
