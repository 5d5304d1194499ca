import ArticleModel
import Foundation
import IndexSamples
import QueryLanguage
import QueryPlanning
import Testing
import Xapian

@testable import IndexStorage
@testable import Indexing
@testable import SearchEngine

@Suite("Generations of a sealed and a live database")
struct SealedGenerationTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 2016)
        return archive.articles(200)
    }()
    private static let plain = articles.map { PlainArticle($0) }

    private func parse(_ query: String) throws -> QueryNode {
        try QueryParser(fields: Field.all.map(\.queryField), today: sampleToday).parse(query)
    }

    @Test("Every query gets the same answer as from a live database", arguments: 1...4 as ClosedRange<UInt64>)
    func queries(seed: UInt64) async throws {
        let index = try await SampleIndex(sealing: Self.articles, seed: seed)
        let live = try await SampleIndex(Self.articles)
        try #require(try index.generation.hasSealed)
        var queries = InventedQueries(seed: seed + 10)
        var found = 0
        for number in 0..<250 {
            let query = queries.query()
            let node = try parse(query)
            let expected = Set(Self.plain.filter { $0.matches(query: node) }.map(\.article.id))
            let change = { (request: inout SearchRequest) in
                request.matching = .all
                request.wantsSnippets = false
                request.order = SearchRequest.Order.allCases[number % 3]
                request.facets = number % 2 == 0 ? Facet.allCases : []
            }
            let (here, there) = (try await index.search(query, change), try await live.search(query, change))
            let ids = here.hits.map(\.article.id)
            #expect(Set(ids) == expected && ids.count == expected.count, "\(query)")
            #expect(here.total == there.total && here.total.value == expected.count, "\(query)")
            #expect(here.facets == there.facets, "\(query)")
            if number % 3 > 0 {
                #expect(here.hits.map(\.article.date) == there.hits.map(\.article.date), "\(query)")
            }
            found += expected.isEmpty ? 0 : 1
        }
        #expect(found > 100, "most queries should find something, or the test says little")
    }

    @Test("The answers are the same if tables are read through libxapian only")
    func throughXapian() async throws {
        let index = try await SampleIndex(sealing: Self.articles, seed: 5)
        let reader = ArticleReader(folder: index.folder, readsTables: false)
        var found = 0
        for query in ["thành ủy", "thanh uy noi", "\"hà nội\" covid", "title:thanh ha"] {
            let request = SearchRequest(query: query, today: sampleToday)
            let (direct, other) = (try await index.reader.search(request), try await reader.search(request))
            #expect(other.hits.map(\.article.id) == direct.hits.map(\.article.id), "\(query)")
            #expect(other.total == direct.total, "\(query)")
            found += direct.hits.count
        }
        #expect(found > 0)
    }

    @Test("A sealed generation answers in stages like a live one, page by page", arguments: [5, 6] as [UInt64])
    func stages(seed: UInt64) async throws {
        let index = try await SampleIndex(sealing: Self.articles, seed: seed)
        let live = try await SampleIndex(Self.articles)
        for query in ["thành ủy", "thanh uy noi", "\"hà nội\" covid", "quá kỹ hạ kan", "title:thanh ha"] {
            let (here, there) = (try await index.search(query), try await live.search(query))
            let lacking = { (result: SearchResult) in result.hits.map { [$0.article.id] + $0.missing } }
            #expect(Set(lacking(here)) == Set(lacking(there)), "\(query)")
            #expect(here.hits.count == there.hits.count && here.total == there.total, "\(query)")
            var paged: [String] = []
            for offset in stride(from: 0, to: here.hits.count, by: 7) {
                paged += try await index.ids(query) { ($0.offset, $0.limit) = (offset, 7) }
            }
            #expect(paged == here.hits.map(\.article.id), "\(query)")
        }
    }

    @Test("Lookups, counts and similar articles are up to date", arguments: [7, 8] as [UInt64])
    func articles(seed: UInt64) async throws {
        let index = try await SampleIndex(sealing: Self.articles, seed: seed)
        for article in Self.articles { #expect(try await index.reader.article(id: article.id) == article) }
        for number in 0..<200 { #expect(try await index.reader.article(id: "gone\(number)") == nil) }
        let statistics = try await index.reader.statistics()
        let sealed = try Database(path: try index.generation.sealedPath).documentCount
        #expect(statistics.articles == Self.articles.count)
        #expect(statistics.liveArticles == (try Database(path: try index.generation.livePath).documentCount))
        #expect(statistics.articles == statistics.liveArticles + sealed - statistics.removedArticles)
        #expect(statistics.liveArticles > 0 && statistics.removedArticles > 0)
        #expect(try await index.ids("id:gone*") == [])
        var likened = 0
        for article in Self.articles.prefix(40) {
            var request = SimilarRequest(id: article.id)
            request.limit = 1_000
            let ids = try await index.reader.similar(request).hits.map(\.article.id)
            #expect(Set(ids).count == ids.count && !ids.contains(article.id))
            #expect(!ids.contains { $0.hasPrefix("gone") })
            likened += ids.count
        }
        #expect(likened > 40)
    }

    @Test("Suggestions use no terms that only removed articles have")
    func suggestions() async throws {
        let temporary = try await SampleIndex([
            Article(id: "1", title: "bánh chưng"), Article(id: "2", title: "bánh giầy"),
            Article(id: "3", title: "xôi gấc"),
        ])
        let writer = try await ArticleWriter(folder: temporary.folder, purpose: "test")
        _ = try await writer.compact()
        _ = try await writer.remove(id: "2")
        _ = try await writer.remove(id: "3")
        try await writer.close()
        let proposed = { (typed: String) in
            try await temporary.reader.suggestions(for: typed, limit: 10).suggestions.map(\.query)
        }
        #expect(try await proposed("banh ch").contains("bánh chưng"))
        for typed in ["banh gi", "banh", "xo", "xoi g"] {
            #expect(try await !proposed(typed).contains { $0.contains("giầy") || $0.contains("xôi") }, "\(typed)")
        }
    }

    @Test("The live database has term lists, and the sealed one has none")
    func layout() async throws {
        let index = try await SampleIndex(sealing: Self.articles, seed: 3)
        let generation = try index.generation
        #expect(try Database(path: generation.livePath).hasTermLists)
        #expect(try !Database(path: generation.sealedPath).hasTermLists)
        let names = try FileManager.default.contentsOfDirectory(atPath: generation.sealedPath)
        #expect(!names.contains { $0.hasPrefix("termlist") })
        #expect(try FileManager.default.contentsOfDirectory(atPath: generation.path).sorted() == ["live", "sealed"])
    }

    @Test("Compaction keeps up to a tenth of removed articles, and rewrites the sealed database if there are more")
    func crowded() async throws {
        let index = try await SampleIndex(Self.articles)
        let writer = try await ArticleWriter(folder: index.folder, purpose: "test")
        func sealed() throws -> (all: Int, removed: Int) {
            let sealed = try Database(path: try index.generation.sealedPath)
            let live = try Database(path: try index.generation.livePath)
            #expect(try live.documentCount == 0)
            let removed = try Tombstones(in: live, upTo: try sealed.lastDocumentID)
            return (try sealed.documentCount, removed.count)
        }
        _ = try await writer.compact()
        #expect(try sealed() == (200, 0))
        for number in 0..<20 { _ = try await writer.remove(id: "a\(number * 9)") }
        _ = try await writer.compact()
        #expect(try sealed() == (200, 20))
        #expect(try await index.ids("id:a9") == [])
        #expect(try await index.ids("id:a10") == ["a10"])
        _ = try await writer.remove(id: "a10")
        #expect(try await writer.compact().articles == 179)
        #expect(try sealed() == (179, 0))
        let left = Self.articles.filter { Int($0.id.dropFirst()).map { $0 % 9 != 0 || $0 > 171 } ?? false }
            .filter { $0.id != "a10" }
        #expect(left.count == 179)
        for article in left { #expect(try await index.reader.article(id: article.id) == article) }
        try await writer.close()
    }

    @Test("The answers stay the same after a compaction, a rebuild and a backup", arguments: [11, 12] as [UInt64])
    func wholeWork(seed: UInt64) async throws {
        let index = try await SampleIndex(sealing: Self.articles, seed: seed)
        let before = try await index.ids("thanh OR noi") { $0.order = .newest }
        let writer = try await ArticleWriter(folder: index.folder, purpose: "test")
        var revision = try await index.reader.statistics().revision
        for work in 0..<4 {
            switch work {
            case 0: #expect(try await writer.compact().articles == Self.articles.count)
            case 1: #expect(try await writer.rebuild() == (articles: Self.articles.count, lost: 0))
            case 2: #expect(try await writer.compact().articles == Self.articles.count)
            default:
                let copy = index.temporary.path + "/copy"
                #expect(try await writer.backUp(to: copy).articles == Self.articles.count)
                _ = try await writer.remove(id: Self.articles[0].id)
                #expect(try await writer.restore(from: copy).articles == Self.articles.count)
            }
            let statistics = try await index.reader.statistics()
            #expect(statistics.revision > revision && statistics.articles == Self.articles.count)
            revision = statistics.revision
            let dates = try await index.search("thanh OR noi") { $0.order = .newest }.hits.map(\.article.id)
            #expect(Set(dates) == Set(before) && dates.count == before.count)
            for article in Self.articles { #expect(try await index.reader.article(id: article.id) == article) }
        }
        try await writer.close()
    }

    @Test("A missing or different sealed database is refused")
    func mismatch() async throws {
        let index = try await SampleIndex(sealing: Self.articles, seed: 4)
        let generation = try index.generation
        let aside = index.folder.path + "/aside"
        try FileManager.default.moveItem(atPath: generation.sealedPath, toPath: aside)
        for writes in [false, true] {
            let error = await indexError {
                if writes {
                    _ = try await ArticleWriter(folder: index.folder, purpose: "test")
                } else {
                    _ = try await ArticleReader(folder: index.folder).statistics()
                }
            }
            guard case .lost(_, let reason) = error else {
                Issue.record("\(error.debugDescription)")
                continue
            }
            #expect(reason == "\(generation.sealedPath) is gone")
        }
        // A rebuild would make an index of a tenth of the articles.
        guard case .lost = await indexError({ _ = try Rebuild.run(index.folder) }) else {
            Issue.record("rebuilt without the sealed articles")
            return
        }
        let other = try await SampleIndex(sealing: Self.articles, seed: 5)
        try copyFolder(try other.generation.sealedPath, to: generation.sealedPath)
        guard case .damaged = await indexError({ _ = try await ArticleReader(folder: index.folder).statistics() })
        else {
            Issue.record("took another index's sealed database")
            return
        }
    }
}
