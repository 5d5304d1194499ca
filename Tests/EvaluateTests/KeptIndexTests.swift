import ArticleModel
import Foundation
import TemporaryFolders
import Testing

@testable import evaluate

@Suite("Indexes that are kept for later runs")
struct KeptIndexTests {
    private let folder: TemporaryFolder
    private let articles = KnownItemsTests.articles(5, length: 12)
    private var kept: URL { folder.file("kept") }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open(_ articles: [Article]) async throws -> Engine { try await Engine(articles, kept: kept) }

    /// The files of the index's tables, by their inode numbers.
    private func tables() throws -> Set<Int> {
        let generation = kept.appendingPathComponent("generation-000001").path
        return Set(
            try FileManager.default.contentsOfDirectory(atPath: generation).compactMap { name in
                let attributes = try FileManager.default.attributesOfItem(atPath: generation + "/" + name)
                return (attributes[.systemFileNumber] as? NSNumber)?.intValue
            })
    }

    private func finds(_ engine: Engine, _ articles: [Article]) async throws {
        let found = try await engine.rankings(of: articles.map { "\"\($0.title)\"" })
        #expect(found.map(\.first) == articles.map(\.id))
    }

    @Test("The same articles are indexed only once")
    func reused() async throws {
        let first = try await open(articles)
        #expect(!first.wasKept)
        try await finds(first, articles)
        first.clear()
        let before = try tables()
        let second = try await open(articles)
        #expect(second.wasKept)
        #expect(try tables() == before)
        try await finds(second, articles)
    }

    @Test("An added article, a missing article or a changed text makes a new index")
    func replaced() async throws {
        _ = try await open(articles)
        var changed = articles
        changed[0].body += " thêm"
        for other in [Array(articles.dropLast()), articles, changed, changed + [Article(id: "x", title: "Bài cuối")]] {
            let engine = try await open(other)
            #expect(!engine.wasKept)
            try await finds(engine, other)
        }
    }

    @Test("An index that was not finished is made again")
    func unfinished() async throws {
        let kept = KeptIndex(folder: kept)
        try kept.begin()
        // What an interrupted run leaves: the marker, and an index of some of the articles.
        let part = try await Engine(Array(articles.prefix(2)), kept: folder.file("part"))
        for name in try FileManager.default.contentsOfDirectory(atPath: part.index.path)
        where name != KeptIndex.markerName {
            let file = URL(fileURLWithPath: part.index.path).appendingPathComponent(name)
            try FileManager.default.copyItem(at: file, to: self.kept.appendingPathComponent(name))
        }
        #expect(await !kept.holds(articles))
        let engine = try await open(articles)
        #expect(!engine.wasKept)
        try await finds(engine, articles)
        #expect(try await open(articles).wasKept)
    }

    @Test("An index that lost its tables, or articles, is made again", arguments: ["generation-000001", "CURRENT"])
    func damaged(name: String) async throws {
        _ = try await open(articles)
        try FileManager.default.removeItem(at: kept.appendingPathComponent(name))
        let engine = try await open(articles)
        #expect(!engine.wasKept)
        try await finds(engine, articles)
    }

    @Test("A folder that is not a kept index is refused in one line and left unchanged")
    func foreign() async throws {
        try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: false)
        let note = try folder.write("của tôi", as: "kept/note.txt")
        let error = await #expect(throws: KeptIndex.ForeignError.self) { try await open(articles) }
        #expect(error?.description.contains(kept.path) == true)
        #expect(error?.description.contains("\n") == false)
        #expect(try FileManager.default.contentsOfDirectory(atPath: kept.path) == ["note.txt"])
        #expect(try String(contentsOfFile: note, encoding: .utf8) == "của tôi")
    }
}
