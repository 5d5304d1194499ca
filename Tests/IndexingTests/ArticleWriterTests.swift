import ArticleModel
import IndexSamples
import TemporaryFolders
import Testing

@testable import Indexing
@testable import SearchEngine

@Suite("The writer of an index")
struct ArticleWriterTests {
    private let temporary: TemporaryFolder
    private let writer: ArticleWriter
    private let reader: ArticleReader

    init() async throws {
        temporary = try TemporaryFolder()
        writer = try await ArticleWriter(folder: temporary.index, purpose: "test")
        reader = ArticleReader(folder: temporary.index)
    }

    @Test("The writer reports for each article whether it was added, updated or unchanged")
    func outcomes() async throws {
        let first = Article(id: "1", title: "một")
        let second = Article(id: "1", title: "hai")
        #expect(
            try await writer.apply(prepared([first, first, second, Article(id: "2", title: "hai")]))
                == [.added, .unchanged, .updated, .added])
        try await writer.commit()
        #expect(try await reader.article(id: "1") == second)
        #expect(try await reader.statistics().articles == 2)
        #expect(try await writer.apply(prepared([second])) == [.unchanged])
        try await writer.close()
    }

    @Test("Readers see nothing before a commit, and the writer commits by itself after enough text")
    func commits() async throws {
        _ = try await writer.apply(prepared([Article(id: "1", title: "một")]))
        #expect(try await reader.article(id: "1") == nil)
        let before = try await reader.statistics().revision
        try await writer.commit()
        #expect(try await reader.article(id: "1") != nil)
        #expect(try await reader.statistics().revision > before)
        try await writer.close()
        let eager = try await ArticleWriter(folder: temporary.index, purpose: "test", commitBytes: 1)
        _ = try await eager.apply(prepared([Article(id: "2", title: "hai")]))
        #expect(try await reader.article(id: "2") != nil)
        try await eager.close()
    }

    @Test("A path that is spelled otherwise, composed or decomposed, is removed where none is spelled as given")
    func otherSpelling() async throws {
        let (composed, decomposed) = ("/kho/\u{1ED1}.txt", "/kho/o\u{302}\u{301}.txt")
        let articles = [composed, decomposed].enumerated().map {
            Article(id: "\($0.offset)", title: "chữ", location: record($0.element))
        }
        _ = try await writer.apply(prepared(articles))
        #expect(try await writer.remove(path: composed, otherName: composed) == 1, "the other one stays")
        #expect(try await writer.remove(path: composed) == 1)
        #expect(try await writer.remove(path: decomposed) == 0)
        try await writer.close()
    }

    @Test("The writer removes articles by id, file and folder")
    func removal() async throws {
        let paths = ["/a/1.txt", "/a/b/2.txt", "/a/b/3.txt", "/ab/4.txt"]
        let articles = paths.map { Article(id: $0, title: "chữ", location: record($0)) }
        _ = try await writer.apply(prepared(articles))
        #expect(try await writer.remove(id: "không có") == false)
        #expect(try await writer.remove(path: "/a/b") == 2)
        #expect(try await writer.remove(path: "/a/1.txt") == 1)
        #expect(try await writer.remove(path: "/a") == 0)
        #expect(try await writer.remove(id: "/ab/4.txt"))
        try await writer.close()
        #expect(try await reader.statistics().articles == 0)
    }

    @Test("The writer removes the articles that a finished file no longer holds")
    func finishedFile() async throws {
        let articles = (0..<5).map { Article(id: "\($0)", title: "chữ", location: record("/a.jsonl", line: $0)) }
        _ = try await writer.apply(prepared(articles), run: 1)
        #expect(try await writer.finishFile("/a.jsonl", run: 1, isComplete: true) == 0)
        // A second run finds two of them, one of another run does not count, and a broken one removes nothing.
        _ = try await writer.apply(prepared(Array(articles[..<2])), run: 2)
        _ = try await writer.apply(prepared(Array(articles[2...])), run: 3)
        #expect(try await writer.finishFile("/a.jsonl", run: 3, isComplete: false) == 0)
        #expect(try await writer.finishFile("/a.jsonl", run: 2, isComplete: true) == 3)
        _ = try await writer.apply(prepared(Array(articles[..<1])), run: 4)
        await writer.forget(run: 4)
        #expect(try await writer.finishFile("/a.jsonl", run: 4, isComplete: true) == 2)
        try await writer.close()
        #expect(try await reader.statistics().articles == 0)
    }

    @Test("The writer keeps an article that moved to another file")
    func moved() async throws {
        _ = try await writer.apply(prepared([Article(id: "1", title: "chữ", location: record("/a"))]))
        _ = try await writer.apply(prepared([Article(id: "1", title: "chữ", location: record("/b"))]))
        #expect(try await writer.finishFile("/a", isComplete: true) == 0)
        #expect(try await writer.finishFile("/b", isComplete: true) == 0)
        try await writer.close()
        #expect(try await reader.article(id: "1")?.location?.path == "/b")
    }

    @Test("The writer accepts values of any bytes and length")
    func oddValues() async throws {
        let odd = [
            String(repeating: "\0", count: 190), String(repeating: "\0", count: 400),
            String(repeating: "/ủy", count: 300),
            "", "\u{FFFF}", String(repeating: "a", count: 245),
        ]
        for (index, value) in odd.enumerated() {
            let article = Article(
                id: "\(index)" + value, title: value + "chữ", source: value, author: value, url: value, section: value,
                tags: [value], location: record("/" + value))
            #expect(try await writer.apply(prepared([article])) == [.added])
            #expect(try await writer.apply(prepared([article])) == [.unchanged])
        }
        try await writer.close()
        for (index, value) in odd.enumerated() {
            #expect(try await reader.article(id: "\(index)" + value) != nil)
        }
    }

    @Test("A closed writer can no longer be used")
    func closed() async throws {
        try await writer.close()
        let error = await indexError { _ = try await writer.apply([]) }
        #expect(error == .fileSystem(path: temporary.index.path, reason: "the writer is closed"))
    }
}
