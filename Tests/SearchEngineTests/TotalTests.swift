import ArticleModel
import IndexSamples
import QueryLanguage
import QueryPlanning
import Testing

@testable import IndexStorage
@testable import Postings
@testable import SearchEngine

@Suite("Totals")
struct TotalTests {
    /// More articles than are checked for a total, so that both labels come up.
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 31)
        return archive.articles(1_200)
    }()
    private static let plain = articles.map { PlainArticle($0) }

    @Test(
        "Exact totals are exact, and lower bounds do not exceed the truth",
        arguments: [0, 10, 300] as [Int])
    func labels(limit: Int) async throws {
        let index = try await SampleIndex(Self.articles)
        let parser = QueryParser(fields: Field.all.map(\.queryField), today: sampleToday)
        var queries = InventedQueries(seed: UInt64(400 + limit))
        var (exact, atLeast) = (0, 0)
        for number in 0..<32 {
            let query =
                number % 4 == 0 ? "\"thành ủy\" OR \"hà nội\" OR \"thanh uy\" \(queries.query())" : queries.query()
            let node = try parser.parse(query)
            let found = Self.plain.count { $0.matches(query: node) }
            let result = try await index.search(query) {
                ($0.limit, $0.wantsSnippets, $0.matching) = (limit, false, .all)
                $0.order = SearchRequest.Order.allCases[number % 3]
            }
            if result.total.isExact {
                #expect(result.total.value == found, "\(query)")
                exact += 1
            } else {
                #expect(result.total.value <= found, "\(query)")
                #expect(result.total.value >= min(limit, found), "\(query)")
                atLeast += 1
            }
            let auto = try await index.search(query) { ($0.limit, $0.wantsSnippets) = (limit, false) }
            if found > 0 {
                #expect(auto.total.isExact ? auto.total.value == found : auto.total.value <= found, "\(query)")
            }
        }
        #expect(exact > 10)
        #expect(limit == 300 || atLeast > 0, "no total was at least, so the test says little")
    }

    @Test("Searches without counting find the same hits")
    func uncounted() async throws {
        let index = try await SampleIndex(Self.articles)
        var queries = InventedQueries(seed: 77)
        for number in 0..<60 {
            let query = queries.query()
            let matching = SearchRequest.Matching.allCases[number % 3]
            let counted = try await index.search(query) { ($0.wantsSnippets, $0.matching) = (false, matching) }
            let quick = try await index.search(query) {
                ($0.wantsSnippets, $0.matching, $0.countTo) = (false, matching, 0)
            }
            #expect(quick.hits.count == counted.hits.count, "\(query)")
            for (hit, same) in zip(quick.hits, counted.hits) {
                // Articles of one weight may change places with the length of a search.
                #expect(abs(hit.score - same.score) < 1e-9, "\(query)")
                #expect(hit.missing.count == same.missing.count, "\(query)")
            }
            #expect(quick.total.value >= quick.hits.count(where: \.missing.isEmpty), "\(query)")
            #expect(quick.total.value <= counted.total.value || !counted.total.isExact, "\(query)")
            #expect(!quick.total.isExact || quick.total == counted.total, "\(query)")
        }
    }

    @Test("A total that is not counted is known as far as the page reaches")
    func pageOnly() async throws {
        let index = try await SampleIndex((0..<100).map { Article(id: "\($0)", title: "thành ủy \($0)") })
        let counted = try await index.search("\"thành ủy\"") { $0.limit = 7 }
        let quick = try await index.search("\"thành ủy\"") { ($0.limit, $0.countTo) = (7, 0) }
        #expect(counted.total == Total(value: 100, isExact: true))
        #expect(quick.total == Total(value: 7, isExact: false))
    }

    @Test("The total of a prefix that matches too many words is a lower bound")
    func beginnings() async throws {
        let articles = (0..<300).map { Article(id: "\($0)", title: "k\(String(1_000 + $0))k") }
        let index = try await SampleIndex(articles)
        let result = try await index.search("k1*") { $0.facets = [.source] }
        #expect(!result.total.isExact)
        #expect(result.total.value <= 300)
        #expect(result.facets[0].without == result.total.value)
        #expect(try await index.search("k10*") == Total(value: 100, isExact: true))
    }
}

/// Compares totals only.
private func == (result: SearchResult, total: Total) -> Bool { result.total == total }
