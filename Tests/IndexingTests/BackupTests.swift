import ArticleModel
import Foundation
import IndexSamples
import Testing
import Xapian

@testable import IndexStorage
@testable import Indexing
@testable import SearchEngine

@Suite("Backups of an index")
struct BackupTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 17)
        return archive.articles(60)
    }()

    private let index: SampleIndex
    private var destination: String { index.temporary.path + "/backup" }

    init() async throws { index = try await SampleIndex(Self.articles) }

    private func writing<Result: Sendable>(
        _ body: (ArticleWriter) async throws -> Result
    ) async throws -> Result {
        let writer = try await ArticleWriter(folder: index.folder, purpose: "test", opensLater: true)
        let result: Result
        do {
            result = try await body(writer)
        } catch {
            try? await writer.close()
            throw error
        }
        try await writer.close()
        return result
    }

    @Test("Restoring a backup while a file is being indexed loses none of its articles")
    func restoreBetween() async throws {
        let file = (0..<6).map { Article(id: "f\($0)", title: "chữ \($0)", location: record("/f.jsonl", line: $0)) }
        try await writing { writer in
            _ = try await writer.apply(prepared(file))
            _ = try await writer.backUp(to: destination)
            for article in Self.articles.prefix(9) { _ = try await writer.remove(id: article.id) }
            _ = try await writer.compact()
            _ = try await writer.apply(prepared(Array(file[..<3])), run: 1)
            _ = try await writer.restore(from: destination)
            _ = try await writer.apply(prepared(Array(file[3...])), run: 1)
            #expect(try await writer.finishFile("/f.jsonl", run: 1, isComplete: true) == 0)
            // The next run knows which articles it has read.
            _ = try await writer.apply(prepared(Array(file[..<2])), run: 1)
            #expect(try await writer.finishFile("/f.jsonl", run: 1, isComplete: true) == 4)
        }
    }

    @Test("A backup holds every article of one moment, and is an index itself")
    func backup() async throws {
        let outcome = try await writing { writer in
            _ = try await writer.apply(prepared([Article(id: "just now", title: "chữ")]))
            let outcome = try await writer.backUp(to: destination)
            _ = try await writer.apply(prepared([Article(id: "later", title: "chữ")]))
            return outcome
        }
        #expect(outcome.articles == Self.articles.count + 1)
        #expect(outcome.generation == 1)
        let reader = ArticleReader(folder: IndexFolder(path: destination))
        let statistics = try await reader.statistics()
        #expect(statistics.articles == outcome.articles)
        #expect(statistics.revision == outcome.revision)
        #expect(statistics.bytes == outcome.bytes)
        for article in Self.articles { #expect(try await reader.article(id: article.id) == article) }
        #expect(try await reader.article(id: "just now") != nil)
        #expect(try await reader.article(id: "later") == nil)
        #expect(try await index.reader.article(id: "later") != nil)
        #expect(try Database.check(path: IndexFolder(path: destination).generation(1).livePath).problemCount == 0)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: index.temporary.path).sorted() == ["Index", "backup"])
        // It can be written to like any other.
        let writer = try await ArticleWriter(folder: IndexFolder(path: destination), purpose: "test")
        #expect(try await writer.apply(prepared([Self.articles[0]])) == [.unchanged])
        try await writer.close()
    }

    @Test("A backup goes into an empty folder only, never into a non-empty one, a file or the index itself")
    func destinations() async throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: destination, withIntermediateDirectories: false)
        #expect(try await writing { try await $0.backUp(to: destination) }.articles == Self.articles.count)
        let file = index.temporary.path + "/file"
        try Data("x".utf8).write(to: URL(filePath: file))
        for taken in [destination, file, index.folder.path, index.folder.path + "/generation-000009"] {
            let error = await indexError { _ = try await writing { try await $0.backUp(to: taken) } }
            guard case .unsuitable(taken, _, _) = error else {
                Issue.record("\(taken): \(error.debugDescription)")
                continue
            }
        }
        let nowhere = index.temporary.path + "/no/where"
        let error = await indexError { _ = try await writing { try await $0.backUp(to: nowhere) } }
        #expect(error?.description.contains("No such file or directory") == true)
        #expect(try manager.contentsOfDirectory(atPath: index.temporary.path).sorted() == ["Index", "backup", "file"])
    }

    @Test("A backup replaces an interrupted backup, and does not disturb one that is running")
    func interrupted() async throws {
        let partial = index.temporary.path + "/.backup.tracuu-backup"
        try FileManager.default.createDirectory(
            atPath: partial + "/generation-000001/live", withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(filePath: partial + "/generation-000001/live/iamglass"))
        let other = open(partial, O_RDONLY | O_DIRECTORY)
        #expect(flock(other, LOCK_EX) == 0)
        let error = await indexError { _ = try await writing { try await $0.backUp(to: destination) } }
        #expect(error?.description.contains("another backup") == true)
        close(other)
        #expect(try await writing { try await $0.backUp(to: destination) }.articles == Self.articles.count)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: index.temporary.path).sorted() == ["Index", "backup"])
    }

    @Test("A backup is restored into a new generation, also if the index is gone or unreadable", arguments: [0, 1, 2])
    func restore(harm: Int) async throws {
        let copied = try await writing { try await $0.backUp(to: destination) }
        switch harm {
        case 0: try await writing { _ = try await $0.apply(prepared([Article(id: "later", title: "chữ")])) }
        case 1: try FileManager.default.removeItem(atPath: index.folder.path)
        default: try Data("junk".utf8).write(to: URL(filePath: index.folder.path + "/CURRENT"))
        }
        let restored = try await writing { try await $0.restore(from: destination) }
        #expect(restored.articles == Self.articles.count)
        // A revision is never used twice, so that a paging client is not shown other results under the number it knows.
        let seen = harm == 0 ? copied.revision + 1 : harm == 1 ? 0 : copied.revision
        #expect(restored.revision > seen)
        #expect(try await index.reader.statistics().revision == restored.revision)
        #expect(index.temporary.indexNames.count(where: { $0.hasPrefix("generation-") }) == 1)
        #expect(try await index.reader.statistics().articles == Self.articles.count)
        #expect(try await index.reader.article(id: "later") == nil)
        for article in Self.articles { #expect(try await index.reader.article(id: article.id) == article) }
        #expect(
            try await ArticleReader(folder: IndexFolder(path: destination)).statistics().articles == Self.articles.count
        )
    }

    @Test("A backup that cannot be opened leaves the index unchanged")
    func badSource() async throws {
        let empty = index.temporary.path + "/empty"
        try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: false)
        _ = try await writing { try await $0.backUp(to: destination) }
        let table = IndexFolder(path: destination).generation(1).livePath + "/iamglass"
        try Data("x".utf8).write(to: URL(filePath: table))
        for source in [empty, index.temporary.path + "/nowhere", index.folder.path, destination] {
            #expect(
                await indexError { _ = try await writing { try await $0.restore(from: source) } } != nil, "\(source)")
        }
        #expect(index.temporary.indexNames == ["CURRENT", "generation-000001", "writer.lock"])
        #expect(try await index.reader.statistics().articles == Self.articles.count)
    }
}
