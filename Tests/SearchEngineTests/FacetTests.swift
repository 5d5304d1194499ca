import ArticleModel
import CivilTime
import IndexSamples
import QueryLanguage
import QueryPlanning
import Testing

@testable import IndexStorage
@testable import Postings
@testable import SearchEngine

@Suite("Counting by facets")
struct FacetTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 7)
        return archive.articles(150)
    }()
    private static let plain = articles.map { PlainArticle($0) }

    /// The counts by plain string operations.
    private static func counts(_ articles: [Article], by facet: Facet) -> [String: Int] {
        let values = articles.compactMap { article -> String? in
            switch facet {
            case .year: article.date.map { String($0.description.prefix(4)) }
            case .month: article.date.map { String($0.description.prefix(7)) }
            case .day: article.date.map { String($0.description.prefix(10)) }
            case .source: article.source
            case .author: article.author
            }
        }
        return Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    }

    @Test("Facets count what plain string operations count over the whole total", arguments: [21, 22] as [UInt64])
    func random(seed: UInt64) async throws {
        let index = try await SampleIndex(Self.articles)
        let parser = QueryParser(fields: Field.all.map(\.queryField), today: sampleToday)
        var queries = InventedQueries(seed: seed)
        var counted = 0
        for number in 0..<60 {
            let query = queries.query()
            let node = try parser.parse(query)
            let found = Self.plain.filter { $0.matches(query: node) }.map(\.article)
            let result = try await index.search(query) {
                $0.matching = .all
                $0.limit = [0, 3, 10_000][number % 3]
                $0.order = SearchRequest.Order.allCases[number % 2]
                $0.facets = Facet.allCases
                $0.checkedForTotal = 10_000
            }
            #expect(result.total == Total(value: found.count, isExact: true), "\(query)")
            #expect(result.facets.map(\.facet) == Facet.allCases)
            for facet in result.facets {
                let expected = Self.counts(found, by: facet.facet)
                let given = Dictionary(uniqueKeysWithValues: facet.values.map { ($0.value, $0.count) })
                #expect(given == expected, "\(query) by \(facet.facet)")
                #expect(facet.without == found.count - expected.values.reduce(0, +), "\(query) by \(facet.facet)")
                if facet.facet.isTime {
                    #expect(facet.values.map(\.value) == facet.values.map(\.value).sorted(by: >))
                } else {
                    let order = facet.values.map { (-$0.count, $0.value) }
                    #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 }, "\(query)")
                }
            }
            counted += found.isEmpty ? 0 : 1
        }
        #expect(counted > 25, "most queries should find something, or the test says little")
    }

    @Test("Articles that lack some words are counted only if no article has every word, as in the total")
    func lackingSome() async throws {
        let index = try await SampleIndex([
            Article(id: "1", title: "chợ nổi", date: day(2003, 1, 2), source: "A"),
            Article(id: "2", title: "chợ đêm", date: day(2004, 1, 2), source: "B"),
            Article(id: "3", title: "đêm hội", source: "B"),
        ])
        func years(_ query: String, _ matching: SearchRequest.Matching = .auto) async throws -> [String] {
            let result = try await index.search(query) { ($0.facets, $0.matching) = ([.year, .source], matching) }
            #expect(result.facets[1].values.reduce(0) { $0 + $1.count } == result.total.value)
            return result.facets[0].values.map { "\($0.value):\($0.count)" } + ["\(result.facets[0].without)"]
        }
        #expect(try await years("chợ nổi") == ["2003:1", "0"])
        #expect(try await years("nổi hội") == ["2003:1", "1"])
        #expect(try await years("chợ đêm", .any) == ["2004:1", "2003:1", "1"])
        #expect(try await years("\"chợ đêm\" hội", .auto) == ["2004:1", "0"])
    }

    @Test("Names that differ in Unicode composition or blanks count as one value")
    func names() async throws {
        let index = try await SampleIndex([
            Article(id: "1", title: "tin", source: "Hà Nội mới"),
            Article(id: "2", title: "tin", source: "Ha\u{300} No\u{323}\u{302}i  mo\u{301}\u{31B}i"),
            Article(id: "3", title: "tin", source: " \n "), Article(id: "4", title: "tin", source: "hà nội mới"),
            Article(id: "5", title: "tin", source: String(repeating: "dài ", count: 500)),
        ])
        let facet = try #require(try await index.search("tin") { $0.facets = [.source] }.facets.first)
        #expect(facet.values.first == FacetCounts.Value(value: "Hà Nội mới", count: 2))
        #expect(facet.values.count == 3)
        #expect(facet.values.allSatisfy { $0.value.utf8.count <= 120 })
        #expect(facet.without == 1)
    }

    @Test("A facet says if not every candidate could be checked, and counts those that were")
    func bounded() async throws {
        // Every article has all bigrams of the phrase; half of them have the phrase itself.
        let articles = (0..<400).map { number in
            Article(
                id: "\(number)",
                title: number.isMultiple(of: 2) ? "nước sạch nông thôn" : "nông thôn sạch nước sạch nông",
                date: day(2000 + number % 3, 1, 1))
        }
        let index = try await SampleIndex(articles)
        let few = try await index.search("\"nước sạch nông thôn\"") {
            ($0.limit, $0.facets, $0.checkedForTotal) = (5, [.year], 50)
        }
        #expect(!few.total.isExact)
        #expect(few.facets[0].values.reduce(0) { $0 + $1.count } == few.total.value)
        let all = try await index.search("\"nước sạch nông thôn\"") { ($0.limit, $0.facets) = (1_000, [.year]) }
        #expect(all.total == Total(value: 200, isExact: true))
        #expect(all.facets[0].values.map(\.count).sorted() == [66, 67, 67])
    }
}
