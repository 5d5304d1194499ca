import ArticleModel
import CivilTime
import Foundation
import IndexSamples
import Testing
import Xapian

@testable import IndexStorage
@testable import Indexing
@testable import SearchEngine

@Suite("Rebuilding an index")
struct RebuildTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 7)
        return archive.articles(40)
    }()

    @Test("A rebuild makes a new generation of the same articles while readers continue", arguments: [true, false])
    func rebuild(writesTables: Bool) async throws {
        let index = try await SampleIndex(Self.articles)
        let before = try await index.ids("thanh OR noi")
        let revision = try await index.reader.statistics().revision
        let counts = try Rebuild.run(index.folder, writesTables: writesTables)
        #expect(counts == (articles: Self.articles.count, lost: 0))
        #expect(index.temporary.indexNames == ["CURRENT", "generation-000002", "writer.lock"])
        #expect(try await index.ids("thanh OR noi") == before)
        #expect(try await index.reader.statistics().generation == 2)
        #expect(index.folder.generation(2).hasSealed == writesTables)
        #expect(try await index.reader.statistics().revision > revision)
        for article in Self.articles { #expect(try await index.reader.article(id: article.id) == article) }
    }

    @Test("A rebuild updates an earlier schema and deletes the remains of a crash")
    func otherSchema() async throws {
        let index = try await SampleIndex(Self.articles)
        _ = try Rebuild.run(index.folder)
        let database = try WritableDatabase(path: index.folder.generation(2).livePath, opening: .open)
        try database.setMetadata(SchemaVersion.metadataKey, to: Array("0".utf8))
        try database.close()
        for stray in [1, 3] {
            let path = index.folder.generation(stray).path
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            try WritableDatabase(path: path + "/live", opening: .create).close()
        }
        #expect(try Rebuild.run(index.folder).articles == Self.articles.count)
        #expect(index.temporary.indexNames == ["CURRENT", "generation-000003", "writer.lock"])
        #expect(try await index.reader.statistics().articles == Self.articles.count)
    }

    @Test("A rebuild reads the records of earlier schemas", arguments: [1, 2])
    func earlierRecords(schema: Int) async throws {
        let index = try await SampleIndex(Self.articles)
        let database = try WritableDatabase(path: index.folder.generation(1).livePath, opening: .open)
        try database.setMetadata(SchemaVersion.metadataKey, to: Array(String(schema).utf8))
        for (place, article) in Self.articles.enumerated() {
            var document = EarlierRecord.document(of: article, schema: schema)
            // Its hash is not the hash of what was written; the terms show that too.
            if place == 5 && schema == 2 { document.data[document.data.count - 2] ^= 1 }
            try database.replace(DocumentID(place + 1), with: document)
        }
        try database.close()
        #expect(await indexError { _ = try await index.reader.statistics() } != nil)
        #expect(try Rebuild.run(index.folder) == (articles: Self.articles.count + 1 - schema, lost: schema - 1))
        for (place, article) in Self.articles.enumerated() where place != 5 || schema == 1 {
            #expect(try await index.reader.article(id: article.id) == article)
        }
    }

    @Test(
        "A rebuild computes the days of moments for another time zone, and leaves local time", arguments: [true, false])
    func timeZone(writesTables: Bool) async throws {
        let local = Article(id: "local", title: "chữ", date: day(2017, 2, 6))
        let moment = Article(
            id: "moment", title: "chữ", date: PublicationDate(unixSeconds: 1_486_317_600, offset: 25_200))
        let index = try await SampleIndex([local, moment])
        #expect(try await index.reader.statistics(timeZoneOffset: 25_200).articlesOfOtherTimeZone == 0)
        #expect(try await index.reader.statistics(timeZoneOffset: 0).articlesOfOtherTimeZone == 1)
        #expect(try await index.ids("date:2017-02-06") == ["local", "moment"])
        _ = try Rebuild.run(index.folder, writesTables: writesTables, timeZoneOffset: 0)
        #expect(try await index.ids("date:2017-02-06") == ["local"])
        #expect(try await index.ids("date:2017-02-05") == ["moment"])
        #expect(try await index.reader.article(id: "moment")?.date?.description == "2017-02-05T18:00:00")
        #expect(try await index.reader.statistics(timeZoneOffset: 0).articlesOfOtherTimeZone == 0)
        // Without a time zone, nothing moves.
        _ = try Rebuild.run(index.folder, writesTables: writesTables)
        #expect(try await index.reader.article(id: "moment")?.date?.zoneOffset == 0)
    }

    @Test("A rebuild counts a record that cannot be read")
    func lost() async throws {
        let index = try await SampleIndex(Self.articles)
        try damage(index, documents: [3])
        #expect(try Rebuild.run(index.folder) == (articles: Self.articles.count - 1, lost: 1))
    }

    @Test("A rebuild keeps the old generation if none of its records can be read")
    func nothingReadable() async throws {
        let index = try await SampleIndex(Self.articles)
        try damage(index, documents: Self.articles.indices.map { DocumentID($0 + 1) })
        let error = await indexError { _ = try Rebuild.run(index.folder) }
        let reason = "none of its \(Self.articles.count) stored articles can be read"
        #expect(error == .lost(path: index.folder.path, reason: reason))
        #expect(index.temporary.indexNames == ["CURRENT", "generation-000001", "writer.lock"])
    }

    @Test("A rebuild never shows a reader a deleted generation")
    func race() async throws {
        let index = try await SampleIndex(Self.articles)
        try await withThrowingTaskGroup { group in
            for _ in 0..<2 {
                group.addTask {
                    let pool = ReaderPool(folder: index.folder, count: 1)
                    while !Task.isCancelled {
                        let count = try await pool.withReader { try await $0.statistics().articles }
                        #expect(count == Self.articles.count)
                    }
                }
            }
            for _ in 0..<30 { _ = try Rebuild.run(index.folder) }
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    /// Makes records unreadable, as those of a later program would be.
    private func damage(_ index: SampleIndex, documents: [DocumentID]) throws {
        let database = try WritableDatabase(path: index.folder.generation(1).livePath, opening: .open)
        for number in documents {
            var document = Document()
            document.data = [99, 1, 2]
            try database.replace(number, with: document)
        }
        try database.close()
    }
}
