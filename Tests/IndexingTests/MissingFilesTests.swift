import ArticleModel
import Foundation
import IndexSamples
import TemporaryFolders
import Testing

@testable import IndexStorage
@testable import Indexing

@Suite("Removing the articles of missing files")
struct MissingFilesTests {
    /// A name that makes a path longer than a term.
    private static let long = String(repeating: "chuyên-mục-dài/", count: 12)

    private static let paths = [
        "/kho/a.txt", "/kho/b.txt", "/kho/cũ/c.txt", "/kho/cũ/d/e.txt", "/kho2/f.txt", "/kho",
        "/kho/\(long)g.txt", "/kho/\(long)h.txt", "/nơi/\(long)i.txt",
    ]

    /// A writer of an index with an article of each path, sealed or not.
    private func writer(_ folder: TemporaryFolder, isSealed: Bool) async throws -> ArticleWriter {
        let writer = try await ArticleWriter(folder: folder.index, purpose: "test")
        let articles = Self.paths.map { Article(id: $0, title: "chữ", location: record($0)) }
        _ = try await writer.apply(prepared(articles + [Article(id: "piped", title: "chữ")]))
        if isSealed { _ = try await writer.compact() }
        return writer
    }

    private func left(in writer: ArticleWriter) async throws -> [String] {
        var left: [String] = []
        for id in Self.paths + ["piped"] where try await writer.remove(id: id) { left.append(id) }
        return left
    }

    @Test("What was not met below the folders and is gone is removed, and nothing else", arguments: [false, true])
    func removing(isSealed: Bool) async throws {
        let folder = try TemporaryFolder()
        let writer = try await writer(folder, isSealed: isSealed)
        var met = MetPaths()
        for path in ["/kho/a.txt", "/kho/\(Self.long)g.txt"] { met.insert(path) }
        let missing = MissingFiles(below: ["/kho"], met: met) { $0 != "/kho/b.txt" }
        #expect(try await writer.remove(missing) == 3)
        #expect(try await writer.remove(missing) == 0)
        let kept = ["/kho/a.txt", "/kho/b.txt", "/kho2/f.txt", "/kho", "/kho/\(Self.long)g.txt"]
        #expect(try await left(in: writer) == kept + ["/nơi/\(Self.long)i.txt", "piped"])
        try await writer.close()
    }

    @Test("A folder whose path is longer than a term has its files", arguments: [false, true])
    func longFolder(isSealed: Bool) async throws {
        let folder = try TemporaryFolder()
        let writer = try await writer(folder, isSealed: isSealed)
        var met = MetPaths()
        met.insert("/kho/\(Self.long)g.txt")
        let missing = MissingFiles(below: ["/kho/" + Self.long.dropLast()], met: met) { _ in true }
        #expect(try await writer.remove(missing) == 1)
        #expect(try await left(in: writer).count == Self.paths.count)
        try await writer.close()
    }

    @Test("A folder that is gone is removed with all that is below it, and a part of it that is not gone stays")
    func goneFolder() async throws {
        let folder = try TemporaryFolder()
        let writer = try await writer(folder, isSealed: true)
        var met = MetPaths()
        met.insert("/kho/a.txt")
        #expect(try await writer.hasArticles(below: "/kho/cũ"))
        let missing = MissingFiles(below: ["/kho"], met: met) { path in
            path.hasPrefix("/kho/cũ") && !path.hasPrefix("/kho/cũ/d") && path != "/kho/cũ"
        }
        #expect(try await writer.remove(missing) == 1)
        let all = MissingFiles(below: ["/kho"], met: met) { $0.hasPrefix("/kho/cũ") }
        #expect(try await writer.remove(all) == 1)
        #expect(try await !writer.hasArticles(below: "/kho/cũ"))
        try await writer.close()
    }
}
