import ArticleModel
import Foundation
import IndexSamples
import TemporaryFolders
import Testing
import Xapian

@testable import Indexing
@testable import SearchEngine

@Suite("Compacting an index")
struct CompactionTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 13)
        return archive.articles(200)
    }()

    @Test("Compaction makes the index smaller, in a new generation with every article in its place")
    func compact() async throws {
        let index = try await SampleIndex(Self.articles)
        let writer = try await ArticleWriter(folder: index.folder, purpose: "test", commitBytes: 1)
        for article in Self.articles.prefix(50) { _ = try await writer.remove(id: article.id) }
        _ = try await writer.apply(prepared(Array(Self.articles.prefix(50))))
        let before = try await index.ids("thanh OR noi") { $0.order = .newest }
        let revision = try await index.reader.statistics().revision
        let outcome = try await writer.compact()
        #expect(try await index.reader.statistics().revision > revision)
        #expect(outcome.articles == Self.articles.count)
        #expect(outcome.generation == 2)
        #expect(outcome.bytes < outcome.bytesBefore)
        #expect(index.temporary.indexNames == ["CURRENT", "generation-000002", "writer.lock"])
        #expect(try await index.ids("thanh OR noi") { $0.order = .newest } == before)
        for article in Self.articles { #expect(try await index.reader.article(id: article.id) == article) }
        for path in index.folder.generation(2).databasePaths {
            #expect(try Database.check(path: path).problemCount == 0)
        }
        try await writer.close()
    }

    @Test("Compaction and a rebuild let runs that share the writer continue where they were", arguments: [false, true])
    func between(rebuilds: Bool) async throws {
        let temporary = try TemporaryFolder()
        let writer = try await ArticleWriter(folder: temporary.index, purpose: "test")
        let articles = (0..<20).map { Article(id: "\($0)", title: "chữ \($0)", location: record("/a.jsonl", line: $0)) }
        _ = try await writer.apply(prepared(articles), run: 1)
        #expect(try await writer.finishFile("/a.jsonl", run: 1, isComplete: true) == 0)
        // A part of the file is read before, a part after; uncommitted changes are carried over too.
        _ = try await writer.apply(prepared(Array(articles[..<5]) + [Article(id: "5", title: "khác")]), run: 2)
        if rebuilds { _ = try await writer.rebuild() } else { _ = try await writer.compact() }
        #expect(try await writer.apply(prepared([articles[0]]), run: 2) == [.unchanged])
        _ = try await writer.apply(prepared(Array(articles[10...])), run: 2)
        #expect(try await writer.finishFile("/a.jsonl", run: 2, isComplete: true) == 4)
        try await writer.close()
        let reader = ArticleReader(folder: temporary.index)
        #expect(try await reader.statistics().articles == 16)
        #expect(try await reader.article(id: "5")?.title == "khác")
        #expect(try await reader.article(id: "7") == nil)
    }

    @Test("Compaction never shows a reader a deleted generation, nor loses an article between commits")
    func race() async throws {
        let index = try await SampleIndex(Self.articles)
        let writer = try await ArticleWriter(folder: index.folder, purpose: "test")
        try await withThrowingTaskGroup { group in
            for _ in 0..<2 {
                group.addTask {
                    let reader = ArticleReader(folder: index.folder)
                    var most = 0
                    while !Task.isCancelled {
                        let count = try await reader.statistics().articles
                        #expect(count >= max(most, Self.articles.count))
                        most = count
                    }
                }
            }
            for round in 0..<30 {
                _ = try await writer.apply(prepared([Article(id: "x\(round)", title: "chữ")]))
                #expect(try await writer.compact().articles == Self.articles.count + round + 1)
            }
            group.cancelAll()
            try await group.waitForAll()
        }
        try await writer.close()
    }

    @Test("Compacting a missing index is an error, and creates none")
    func missing() async throws {
        let temporary = try TemporaryFolder()
        let writer = try await ArticleWriter(folder: temporary.index, purpose: "test", opensLater: true)
        #expect(await indexError { _ = try await writer.compact() } == .missing(path: temporary.index.path))
        try await writer.close()
        #expect(temporary.indexNames == ["writer.lock"])
    }
}
