import ArticleModel
import Foundation
import IndexSamples
import Testing

@testable import IndexStorage
@testable import Indexing
@testable import SearchEngine

@Suite("An index some of whose files are gone, or cannot be read")
struct LostFileTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 23)
        return archive.articles(300)
    }()

    private func remove(_ file: String, from index: SampleIndex) throws {
        try FileManager.default.removeItem(atPath: try index.generation.path + "/" + file)
    }

    @Test(
        "A rebuild needs only the stored articles",
        arguments: [
            ["live/postlist.glass"], ["live/iamglass"], ["live/termlist.glass"],
            ["live/iamglass", "live/postlist.glass"],
        ], [false, true])
    func live(files: [String], commitsOften: Bool) async throws {
        let index = try await SampleIndex(commitsOften ? [] : Self.articles)
        if commitsOften {
            let writer = try await ArticleWriter(folder: index.folder, purpose: "test", commitBytes: 2_048)
            for article in Self.articles { _ = try await writer.apply(prepared([article])) }
            try await writer.close()
        }
        for file in files { try remove(file, from: index) }
        if files != ["live/termlist.glass"] {
            let error = await indexError { _ = try await index.reader.statistics() }
            guard case .damaged(_, let reason) = error else {
                Issue.record("\(error.debugDescription)")
                return
            }
            #expect(reason.hasSuffix("is gone"))
        }
        #expect(try Rebuild.run(index.folder) == (articles: Self.articles.count, lost: 0))
        #expect(index.temporary.indexNames == ["CURRENT", "generation-000002", "writer.lock"])
        for article in Self.articles { #expect(try await index.reader.article(id: article.id) == article) }
    }

    @Test("A rebuild needs only the stored articles of a sealed database", arguments: ["postlist.glass", "iamglass"])
    func sealed(file: String) async throws {
        let index = try await SampleIndex(sealing: Self.articles, seed: 4)
        try remove("sealed/" + file, from: index)
        var notes: [String] = []
        let counts = try Rebuild.run(index.folder, note: { notes.append($0) })
        #expect(counts == (articles: Self.articles.count, lost: 0))
        #expect(notes == [])
        for article in Self.articles { #expect(try await index.reader.article(id: article.id) == article) }
    }

    @Test("A rebuild tells when removed articles may be back")
    func forgotten() async throws {
        let index = try await SampleIndex(Self.articles)
        let writer = try await ArticleWriter(folder: index.folder, purpose: "test")
        _ = try await writer.compact()
        _ = try await writer.remove(id: Self.articles[3].id)
        try await writer.close()
        try remove("live/postlist.glass", from: index)
        var notes: [String] = []
        #expect(try Rebuild.run(index.folder, note: { notes.append($0) }).articles == Self.articles.count)
        #expect(notes.count == 1)
        #expect(notes.first?.contains("had been removed") == true)
    }

    @Test(
        "Stored articles that are gone are named, with the advice to index the files again", arguments: [false, true])
    func texts(isSealed: Bool) async throws {
        let index = try await SampleIndex(Self.articles)
        if isSealed { _ = try Rebuild.run(index.folder) }
        let file = (isSealed ? "sealed" : "live") + "/docdata.glass"
        try remove(file, from: index)
        let error = await indexError { _ = try await index.reader.article(id: Self.articles[0].id) }
        guard case .textsLost(_, let named) = error else {
            Issue.record("\(error.debugDescription)")
            return
        }
        #expect(named == (try index.generation.path) + "/" + file)
        #expect(error?.description.contains("tracuu index") == true)
        let writer = try await ArticleWriter(folder: index.folder, purpose: "test")
        _ = try await writer.apply(prepared(Self.articles))
        try await writer.close()
        #expect(try Rebuild.run(index.folder).articles == Self.articles.count)
        for article in Self.articles { #expect(try await index.reader.article(id: article.id) == article) }
    }

    @Test("A file that may not be read is no damage: nothing is rebuilt, compacted or copied without it")
    func unreadable() async throws {
        let index = try await SampleIndex(Self.articles)
        let file = try index.generation.livePath + "/docdata.glass"
        try FileManager.default.moveItem(atPath: file, toPath: file + ".aside")
        // No user can open a link that leads to itself.
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: file)
        let writer = try await ArticleWriter(folder: index.folder, purpose: "test", opensLater: true)
        for work in [
            { _ = try await index.reader.article(id: Self.articles[0].id) }, { _ = try await writer.rebuild() },
            { _ = try await writer.compact() }, { _ = try await writer.backUp(to: index.temporary.path(of: "copy")) },
        ] as [() async throws -> Void] {
            guard case .fileSystem(file, _) = await indexError(work) else {
                Issue.record("the file was taken for a damaged one")
                continue
            }
        }
        try await writer.close()
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.moveItem(atPath: file + ".aside", toPath: file)
        #expect(try await index.reader.article(id: Self.articles[0].id) == Self.articles[0])
    }

    @Test("What is made in a folder that others may read has the folder's permissions")
    func permissions() async throws {
        let index = try await SampleIndex(Self.articles)
        chmod(index.folder.path, 0o755)
        _ = try Rebuild.run(index.folder)
        let generation = try index.generation
        for (path, expected) in [
            (generation.path, 0o755), (generation.livePath, 0o755), (generation.livePath + "/iamglass", 0o644),
            (generation.sealedPath + "/docdata.glass", 0o644), (index.folder.path + "/CURRENT", 0o644),
            (index.folder.lockPath, 0o644),
        ] as [(String, mode_t)] {
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == expected, "\(path)")
        }
    }

    @Test("A copy made without the write lock is whole while the index is written and compacted")
    func copiedWhileWritten() async throws {
        let index = try await SampleIndex(Self.articles)
        let folder = index.folder
        // A copy that begins first keeps a writer from opening the index.
        let writer = try await ArticleWriter(folder: folder, purpose: "test")
        try await withThrowingTaskGroup { group in
            group.addTask {
                for round in 0..<6 {
                    _ = try await writer.apply(prepared([Article(id: "more\(round)", title: "chữ")]))
                    try await writer.commit()
                    if round % 2 == 0 { _ = try await writer.compact() }
                }
                try await writer.close()
            }
            group.addTask {
                for round in 0..<4 {
                    let path = index.temporary.path(of: "copy\(round)")
                    guard let copy = try? Backup.write(readOnly: folder, to: path) else { continue }
                    let reader = ArticleReader(folder: IndexFolder(path: path))
                    let count = try await reader.statistics().articles
                    #expect(count == copy.articles)
                    for article in Self.articles {
                        let found = try await reader.article(id: article.id)
                        #expect(found == article)
                    }
                }
            }
            try await group.waitForAll()
        }
        let copy = try Backup.write(readOnly: folder, to: index.temporary.path(of: "last"))
        #expect(copy.articles == Self.articles.count + 6)
    }
}
