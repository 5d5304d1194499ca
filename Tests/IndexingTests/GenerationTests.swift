import ArticleModel
import Foundation
import IndexSamples
import Testing
import Xapian

@testable import IndexStorage
@testable import Indexing

@Suite("Generations of an index")
struct GenerationTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 11)
        return archive.articles(30)
    }()

    private func index() async throws -> SampleIndex { try await SampleIndex(Self.articles) }

    /// Puts a folder with something in it beside the generations.
    private func leave(_ name: String, in index: SampleIndex) throws {
        let path = index.folder.path + "/" + name
        try FileManager.default.createDirectory(atPath: path + "/live", withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(filePath: path + "/live/postlist.glass"))
    }

    private func writeOne(_ index: SampleIndex) async throws {
        let writer = try await ArticleWriter(folder: index.folder, purpose: "test")
        _ = try await writer.apply(prepared([Article(id: "more", title: "chữ")]))
        try await writer.close()
    }

    @Test("Generations are in folders of their own, with the database that is written in live/")
    func layout() async throws {
        let index = try await index()
        #expect(index.temporary.indexNames == ["CURRENT", "generation-000001", "writer.lock"])
        #expect(index.folder.generation(1).livePath == index.folder.path + "/generation-000001/live")
        #expect(try Database(path: index.folder.generation(1).livePath).documentCount == Self.articles.count)
        #expect(try index.folder.presentGeneration() == index.folder.generation(1))
        #expect(index.folder.bytes() == index.folder.generation(1).bytes())
        #expect(index.folder.bytes() > 10_000)
    }

    @Test(
        "Names of generations are distinguished from other names, and each other",
        arguments: [
            ("generation-000007", 7, Generation.Stage.finished), ("generation-000007.new", 7, .unfinished),
            ("generation-000007.old", 7, .discarded), ("generation-1234567", 1_234_567, .finished),
        ])
    func names(name: String, number: Int, stage: Generation.Stage) throws {
        let generation = try #require(Generation(name: name, in: "/i"))
        #expect(generation == Generation(number, in: "/i", stage: stage))
        #expect(generation.path == "/i/" + name)
        for other in [
            "generation-7", "generation-", "generation-00000x", "generation-000007.bak", "live",
            "generation-000007.new2",
        ] {
            #expect(Generation(name: other, in: "/i") == nil)
        }
    }

    @Test("The next writer deletes the generations that an interrupted process left, and nothing else")
    func strays() async throws {
        let index = try await index()
        for name in ["generation-000002.new", "generation-000002", "generation-000001.old", "notes"] {
            try leave(name, in: index)
        }
        try Data("2".utf8).write(to: URL(filePath: index.folder.path + "/CURRENT.new"))
        try await writeOne(index)
        #expect(index.temporary.indexNames == ["CURRENT", "generation-000001", "notes", "writer.lock"])
        #expect(try await index.reader.statistics().articles == Self.articles.count + 1)
    }

    @Test("The next writer finds a generation again if the pointer is missing")
    func lostPointer() async throws {
        let index = try await index()
        _ = try Rebuild.run(index.folder)
        try leave("generation-000003.new", in: index)
        try FileManager.default.removeItem(atPath: index.folder.path + "/CURRENT")
        let expected = IndexError.damaged(path: index.folder.path, reason: "CURRENT is gone")
        #expect(await indexError { _ = try await index.reader.statistics() } == expected)
        try await writeOne(index)
        #expect(try await index.reader.statistics().generation == 2)
        #expect(try await index.reader.statistics().articles == Self.articles.count + 1)
        #expect(index.temporary.indexNames == ["CURRENT", "generation-000002", "writer.lock"])
    }

    @Test("Generations are kept if the pointer is damaged, and a rebuild repairs it")
    func damagedPointer() async throws {
        let index = try await index()
        try Data("junk".utf8).write(to: URL(filePath: index.folder.path + "/CURRENT"))
        let error = await indexError { try await writeOne(index) }
        #expect(error?.description.contains("tracuu rebuild") == true)
        #expect(try Rebuild.run(index.folder).articles == Self.articles.count)
        #expect(try await index.reader.statistics().articles == Self.articles.count)
    }

    @Test("A generation of an earlier layout is refused with the advice to rebuild, which repairs it")
    func earlierLayout() async throws {
        let index = try await index()
        let generation = index.folder.generation(1)
        let aside = index.folder.path + "/aside"
        try FileManager.default.moveItem(atPath: generation.livePath, toPath: aside)
        try FileManager.default.removeItem(atPath: generation.path)
        try FileManager.default.moveItem(atPath: aside, toPath: generation.path)
        let expected = IndexError.earlierLayout(path: index.folder.path)
        #expect(await indexError { _ = try await index.reader.statistics() } == expected)
        #expect(await indexError { try await writeOne(index) } == expected)
        #expect(expected.description.contains("tracuu rebuild"))
        #expect(try Rebuild.run(index.folder) == (articles: Self.articles.count, lost: 0))
        #expect(index.temporary.indexNames == ["CURRENT", "generation-000002", "writer.lock"])
        for article in Self.articles { #expect(try await index.reader.article(id: article.id) == article) }
    }

    @Test("A failure to make a generation leaves the previous one, and nothing else")
    func failedReplacement() async throws {
        let index = try await index()
        let error = await indexError {
            _ = try index.folder.replaceGeneration { new throws(IndexError) in
                try copyFolder(index.folder.generation(1).livePath, to: new.livePath)
                throw .diskFull(path: new.path)
            }
        }
        #expect(error == .diskFull(path: index.folder.path + "/generation-000002.new"))
        #expect(index.temporary.indexNames == ["CURRENT", "generation-000001", "writer.lock"])
        #expect(try await index.reader.statistics().articles == Self.articles.count)
    }
}
