import ArticleModel
import IndexSamples
import QueryLanguage
import QueryPlanning
import Testing

@testable import IndexStorage
@testable import Postings

@Suite("Random queries over an invented archive")
struct RandomQueryTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 2015)
        return archive.articles(200)
    }()
    private static let plain = articles.map { PlainArticle($0) }

    private static func parse(_ query: String) throws -> QueryNode {
        try QueryParser(fields: Field.all.map(\.queryField), today: sampleToday).parse(query)
    }

    @Test("The index finds exactly what plain string operations find", arguments: 1...4 as ClosedRange<UInt64>)
    func all(seed: UInt64) async throws {
        let index = try await SampleIndex(Self.articles)
        var queries = InventedQueries(seed: seed)
        var found = 0
        for _ in 0..<500 {
            let query = queries.query()
            let node = try Self.parse(query)
            let expected = Set(Self.plain.filter { $0.matches(query: node) }.map(\.article.id))
            let result = try await index.search(query) {
                $0.matching = .all
                $0.wantsSnippets = false
            }
            let ids = result.hits.map(\.article.id)
            let wrong = Set(ids).symmetricDifference(expected)
            #expect(wrong.isEmpty, "\(query): \(wrong.count) wrong, such as \(wrong.sorted().prefix(3))")
            #expect(ids.count == Set(ids).count, "\(query): an article twice")
            #expect(result.total == Total(value: expected.count, isExact: true), "\(query)")
            #expect(result.hits.allSatisfy { $0.missing.isEmpty }, "\(query)")
            found += expected.isEmpty ? 0 : 1
        }
        #expect(found > 250, "most queries should find something, or the test says little")
    }
}
