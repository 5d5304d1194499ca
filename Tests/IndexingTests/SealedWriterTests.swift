import ArticleModel
import Foundation
import IndexSamples
import TemporaryFolders
import Testing
import Xapian

@testable import IndexStorage
@testable import Indexing
@testable import SearchEngine

@Suite("Writing beside a sealed database")
struct SealedWriterTests {
    private static let articles = (0..<20).map {
        Article(id: "\($0)", title: "chữ \($0)", location: record($0 < 10 ? "/a/x.jsonl" : "/b/y.jsonl", line: $0))
    }

    private let temporary: TemporaryFolder
    private let writer: ArticleWriter

    /// A writer of an index whose articles are all sealed.
    init() async throws {
        temporary = try TemporaryFolder()
        writer = try await ArticleWriter(folder: temporary.index, purpose: "test")
        _ = try await writer.apply(prepared(Self.articles))
        _ = try await writer.compact()
    }

    /// The articles that exist after a commit, by id, each found in one way or the other.
    private func found() async throws -> [String: String] {
        try await writer.commit()
        let reader = ArticleReader(folder: temporary.index)
        var request = SearchRequest(query: "chữ OR khác", today: sampleToday)
        request.limit = 1_000
        let hits = try await reader.search(request).hits
        let titles = Dictionary(hits.map { ($0.article.id, $0.article.title) }) { first, _ in
            Issue.record("an article twice")
            return first
        }
        #expect(try await reader.statistics().articles == titles.count)
        for (id, title) in titles { #expect(try await reader.article(id: id)?.title == title) }
        return titles
    }

    @Test("The writer keeps unchanged articles sealed, replaces changed ones, and stores none twice")
    func replacing() async throws {
        let before = try await found()
        var other = Self.articles[3]
        other.title = "khác"
        #expect(try await writer.apply(prepared([other, Self.articles[4]])) == [.updated, .unchanged])
        var expected = before
        expected["3"] = "khác"
        #expect(try await found() == expected)
        // Changed once more, and back to the first text: the sealed one stays hidden.
        #expect(try await writer.apply(prepared([other, Self.articles[3]])) == [.unchanged, .updated])
        #expect(try await found() == before)
        #expect(try await writer.apply(prepared(Self.articles)) == Self.articles.map { _ in .unchanged })
        _ = try await writer.compact()
        #expect(try await found() == before)
        #expect(try await writer.apply(prepared(Self.articles)) == Self.articles.map { _ in .unchanged })
        try await writer.close()
    }

    @Test("The writer removes articles by id, file and folder, and they can come back")
    func removing() async throws {
        #expect(try await writer.remove(id: "5"))
        #expect(try await !writer.remove(id: "5"))
        #expect(try await found()["5"] == nil)
        #expect(try await writer.remove(path: "/a/x.jsonl") == 9)
        #expect(try await writer.remove(path: "/a") == 0)
        #expect(try await found().count == 10)
        #expect(try await writer.apply(prepared([Self.articles[5], Self.articles[12]])) == [.added, .unchanged])
        #expect(try await found()["5"] == "chữ 5")
        #expect(try await writer.remove(path: "/b") == 10)
        #expect(try await Array(found().keys) == ["5"])
        // Also if no sealed article is visible any more.
        _ = try await writer.compact()
        #expect(try await Array(found().keys) == ["5"])
        #expect(try await writer.remove(id: "5"))
        _ = try await writer.compact()
        #expect(try await found().isEmpty)
        #expect(try await writer.apply(prepared(Self.articles)) == Self.articles.map { _ in .added })
        #expect(try await found().count == 20)
        try await writer.close()
    }

    @Test("The writer removes what a finished file lost from both databases, even after compaction and rebuild")
    func finishing() async throws {
        var moved = Self.articles[7]
        moved.title = "khác"
        _ = try await writer.apply(prepared([moved, Self.articles[0]]), run: 1)
        _ = try await writer.compact()
        _ = try await writer.apply(prepared([Self.articles[1]]), run: 1)
        _ = try await writer.rebuild()
        _ = try await writer.apply(prepared([Self.articles[2]]), run: 1)
        _ = try await writer.compact()
        #expect(try await writer.finishFile("/a/x.jsonl", run: 1, isComplete: true) == 6)
        let left = try await found()
        #expect(Set(left.keys) == Set(["0", "1", "2", "7"] + (10..<20).map(String.init)))
        #expect(left["7"] == "khác")
        try await writer.close()
    }

    @Test("A removal becomes visible with its commit, to a reader that was open before")
    func committing() async throws {
        let reader = ArticleReader(folder: temporary.index)
        #expect(try await reader.statistics().articles == 20)
        let revision = try await reader.statistics().revision
        _ = try await writer.remove(id: "1")
        #expect(try await reader.article(id: "1") != nil)
        try await writer.commit()
        #expect(try await reader.article(id: "1") == nil)
        #expect(try await reader.statistics().revision == revision + 1)
        // And over a compaction, with pages of a ranking that was kept.
        var request = SearchRequest(query: "chữ", today: sampleToday)
        request.limit = 5
        let first = try await reader.search(request)
        _ = try await writer.remove(id: first.hits[0].article.id)
        try await writer.commit()
        request.offset = 5
        let second = try await reader.search(request, at: first.revision, from: first.ranking)
        #expect(Set(second.hits.map(\.article.id)).isDisjoint(with: first.hits.map(\.article.id)))
        #expect(second.total.value == 19)
        _ = try await writer.compact()
        await #expect(throws: SearchError.snapshotExpired(revision: first.revision)) {
            try await reader.search(request, at: first.revision, from: first.ranking)
        }
        #expect(try await reader.statistics().articles == 18)
        try await writer.close()
    }

    @Test("After a kill between two commits the writer continues, with both sides of a replacement or none")
    func interrupted() async throws {
        var other = Self.articles[3]
        other.title = "khác"
        _ = try await writer.apply(prepared([other]))
        _ = try await writer.remove(id: "4")
        // What was not committed is not in the files.
        let copy = IndexFolder(path: temporary.path + "/copy")
        try copyFolder(temporary.index.path, to: copy.path)
        let reader = ArticleReader(folder: copy)
        #expect(try await reader.article(id: "3")?.title == "chữ 3")
        #expect(try await reader.statistics().articles == 20)
        try await writer.close()
        #expect(try await ArticleReader(folder: temporary.index).statistics().articles == 19)
        #expect(try await ArticleReader(folder: temporary.index).article(id: "3")?.title == "khác")
    }

    @Test("The writer keeps a sealed article if its replacement cannot be stored")
    func refused() async throws {
        let generation = try #require(try temporary.index.presentGeneration())
        try await writer.commit()
        try await writer.close()
        let inner = try GenerationWriter(generation, of: temporary.index, commitBytes: 1 << 20)
        var document = Document()
        document.addTerm(String(repeating: "x", count: 300))
        let unstorable = PreparedArticle(
            id: "3", path: nil, textBytes: 10, idTerm: TermPrefix.id.term("3"),
            hash: ArticleHash(head: 1, body: 1, rest: 0), document: document)
        #expect(throws: XapianError.self) { try inner.apply(unstorable) }
        _ = try inner.remove(id: "4")
        try inner.commit()
        inner.close()
        let reader = ArticleReader(folder: temporary.index)
        #expect(try await reader.article(id: "3")?.title == "chữ 3")
        #expect(try await reader.statistics().articles == 19)
    }
}
