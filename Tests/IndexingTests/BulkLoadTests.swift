import ArticleModel
import Foundation
import IndexSamples
import TemporaryFolders
import Testing
import Xapian

@testable import IndexStorage
@testable import Indexing
@testable import QueryPlanning
@testable import SearchEngine

/// An index that was bulk-loaded has to answer like one that was written in the ordinary way.
@Suite("Bulk loading into an empty index")
struct BulkLoadTests {
    /// Invented articles, some of which occur twice: unchanged, or with another text.
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 11)
        var articles = archive.articles(300)
        for place in stride(from: 0, to: 300, by: 7) { articles.append(articles[place]) }
        for place in stride(from: 0, to: 300, by: 11) {
            var changed = articles[place]
            changed.body += " hà nội"
            articles.append(changed)
        }
        for place in stride(from: 0, to: 300, by: 22) { articles.append(articles[place]) }
        return articles
    }()

    /// Loads articles in batches of a few.
    private func load(_ articles: [Article], into folder: IndexFolder) async throws -> BulkLoad.Outcome? {
        let writer = try await ArticleWriter(folder: folder, purpose: "test")
        let outcome = try await writer.loadAll(articles)
        try await writer.close()
        return outcome
    }

    @Test("An empty index is left to the ordinary writer if libxapian's tables are untested")
    func untestedTables() async throws {
        let temporary = try TemporaryFolder()
        let writer = try await ArticleWriter(folder: temporary.index, purpose: "test")
        #expect(try await writer.loadAll(Self.articles, writesTables: false) == nil)
        #expect(try await writer.isEmpty())
        try await writer.close()
    }

    @Test("A bulk load gives the outcomes and the articles of the ordinary writer")
    func alike() async throws {
        let temporary = try TemporaryFolder()
        let outcome = try #require(try await load(Self.articles, into: temporary.index))
        let ordinary = try TemporaryFolder()
        let writer = try await ArticleWriter(folder: ordinary.index, purpose: "test")
        let outcomes = try await writer.apply(prepared(Self.articles))
        try await writer.close()
        #expect(outcome.added == outcomes.count { $0 == .added })
        #expect(outcome.updated == outcomes.count { $0 == .updated })
        #expect(outcome.unchanged == outcomes.count { $0 == .unchanged })
        #expect(outcome.articles == 300)
        #expect(temporary.indexNames == ["CURRENT", "generation-000002", "writer.lock"])
        let (loaded, written) = (ArticleReader(folder: temporary.index), ArticleReader(folder: ordinary.index))
        for article in Self.articles {
            #expect(try await loaded.article(id: article.id) == written.article(id: article.id))
        }
    }

    @Test("Searches after a bulk load find the same hits and weights", arguments: 1...2 as ClosedRange<UInt64>)
    func answers(seed: UInt64) async throws {
        let temporary = try TemporaryFolder()
        _ = try await load(Self.articles, into: temporary.index)
        let loaded = ArticleReader(folder: temporary.index)
        let ordinary = try await SampleIndex(Self.articles)
        var queries = InventedQueries(seed: seed)
        for _ in 0..<100 {
            let query = queries.query()
            var request = SearchRequest(query: query, today: sampleToday)
            request.limit = 1_000
            request.facets = [.year, .source]
            let (found, expected) = (try await loaded.search(request), try await ordinary.reader.search(request))
            #expect(found.total == expected.total, "\(query)")
            #expect(Set(found.hits.map(\.article.id)) == Set(expected.hits.map(\.article.id)), "\(query)")
            #expect(found.facets == expected.facets, "\(query)")
            // Which of many hits of equal weight are scored for proximity depends on the order of their documents.
            guard found.hits.count <= Proximity.depth else { continue }
            let scores = Dictionary(expected.hits.map { ($0.article.id, $0.score) }) { first, _ in first }
            for hit in found.hits { #expect(abs(hit.score - (scores[hit.article.id] ?? -1)) < 1e-9, "\(query)") }
        }
    }

    @Test("A bulk load puts the newest article first, and undated articles last")
    func order() async throws {
        let temporary = try TemporaryFolder()
        _ = try await load(Self.articles, into: temporary.index)
        let database = try Database(path: temporary.index.generation(2).sealedPath)
        let dates = try database.documents(with: []).map { try database.article($0).date }
        #expect(dates.count == 300)
        let known = dates.prefix { $0 != nil }.compactMap { $0 }
        #expect(dates[known.count...].allSatisfy { $0 == nil })
        #expect(known.count > 200)
        for (newer, older) in zip(known, known.dropFirst()) {
            #expect((newer.day, newer.secondOfDay ?? 0) >= (older.day, older.secondOfDay ?? 0))
        }
    }

    @Test("Articles can be added, replaced and removed after a bulk load")
    func writtenAfterwards() async throws {
        let temporary = try TemporaryFolder()
        _ = try await load(Self.articles, into: temporary.index)
        let writer = try await ArticleWriter(folder: temporary.index, purpose: "test")
        let changed = Article(id: "a5", title: "Khác", body: "một bài khác")
        let outcomes = try await writer.apply(prepared([changed, Article(id: "mới", body: "bài mới")]))
        #expect(outcomes == [.updated, .added])
        #expect(try await writer.remove(id: "a6"))
        try await writer.close()
        let reader = ArticleReader(folder: temporary.index)
        #expect(try await reader.statistics().articles == 300)
        #expect(try await reader.article(id: "a5") == changed)
        #expect(try await reader.article(id: "a6") == nil)
    }

    @Test("An index with articles is not bulk-loaded")
    func notEmpty() async throws {
        let index = try await SampleIndex([Article(id: "a", body: "một")])
        #expect(try await load(Self.articles, into: index.folder) == nil)
        #expect(try await index.reader.statistics().articles == 1)
    }

    @Test("A bulk load that fails leaves the index unchanged")
    func failure() async throws {
        let temporary = try TemporaryFolder()
        let writer = try await ArticleWriter(folder: temporary.index, purpose: "test")
        let error = await indexError { _ = try await writer.loadAndFail(Self.articles) }
        #expect(error == .diskFull(path: temporary.index.path))
        #expect(try await writer.apply(prepared([Article(id: "a", body: "một")])) == [.added])
        try await writer.close()
        #expect(temporary.indexNames == ["CURRENT", "generation-000001", "writer.lock"])
    }

    @Test("A bulk-loaded index is intact, and compacting it keeps its articles")
    func sound() async throws {
        let temporary = try TemporaryFolder()
        _ = try await load(Self.articles, into: temporary.index)
        let generation = temporary.index.generation(2)
        for path in generation.databasePaths {
            let report = try Database.check(path: path)
            #expect(report.problemCount == 0, "\(report.text)")
        }
        let writer = try await ArticleWriter(folder: temporary.index, purpose: "test")
        #expect(try await writer.compact().articles == 300)
        try await writer.close()
    }
}

extension ArticleWriter {
    /// Loads articles a few at a time, some of them prepared.
    fileprivate func loadAll(
        _ articles: [Article], writesTables: Bool = true
    ) throws(IndexError) -> BulkLoad.Outcome? {
        try load(writesTables: writesTables) { load in
            for start in stride(from: 0, to: articles.count, by: 10) {
                let batch = Array(articles[start..<min(start + 10, articles.count)])
                if start % 20 == 0 { try load.add(batch) } else { try load.add(prepared(batch)) }
            }
        } merging: { _ in
        }
    }

    /// Begins a load, which then fails.
    fileprivate func loadAndFail(_ articles: [Article]) throws(IndexError) -> BulkLoad.Outcome? {
        try load { load in
            try load.add(articles)
            throw XapianError(kind: .diskFull, message: "no room")
        } merging: { _ in
        }
    }
}
