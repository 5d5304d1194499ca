import ArticleModel
import IndexSamples
import QueryLanguage
import QueryPlanning
import Seeding
import Testing

@testable import IndexStorage
@testable import Postings
@testable import SearchEngine

@Suite("Pages of random queries")
struct PagingTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 99)
        return archive.articles(150)
    }()

    @Test("Pages list every article once, full matches before partial matches", arguments: [11, 12] as [UInt64])
    func pages(seed: UInt64) async throws {
        let index = try await SampleIndex(Self.articles)
        let plain = Dictionary(uniqueKeysWithValues: Self.articles.map { ($0.id, PlainArticle($0)) })
        let parser = QueryParser(fields: Field.all.map(\.queryField), today: sampleToday)
        var queries = InventedQueries(seed: seed)
        var generator = SeededGenerator(seed: seed)
        for number in 0..<120 {
            let query = queries.query()
            let order = SearchRequest.Order.allCases[number % 3]
            let whole = try await index.search(query) { $0.order = order }
            let ids = whole.hits.map(\.article.id)
            #expect(Set(ids).count == ids.count, "\(query)")

            let split = SplitQuery(try parser.parse(query), text: query)
            let accepted = plain.filter { split.accepts($0.value) }
            #expect(Set(accepted.keys) == Set(ids), "\(query)")
            for hit in whole.hits {
                #expect(hit.missing == accepted[hit.article.id].map(split.missing), "\(query): \(hit.article.id)")
            }
            let full = whole.hits.prefix { $0.missing.isEmpty }.count
            #expect(whole.hits.dropFirst(full).allSatisfy { !$0.missing.isEmpty }, "\(query)")
            #expect(whole.total == Total(value: full == 0 ? ids.count : full, isExact: true), "\(query)")

            let size = Int.random(in: 1...40, using: &generator)
            var walked: [String] = []
            for offset in stride(from: 0, through: ids.count, by: size) {
                walked += try await index.ids(query) { ($0.order, $0.offset, $0.limit) = (order, offset, size) }
            }
            #expect(walked == ids, "\(query) in pages of \(size)")
        }
    }
}

/// A query as `auto` matching sees it: what binds, and the words that may be missing.
private struct SplitQuery {
    private var binding: [QueryNode] = []
    private var bindsText = false
    private var words: [(node: QueryNode, spellings: [[PlainSyllable]], text: String)] = []

    init(_ root: QueryNode, text: String) {
        var parts = [root]
        if case .all(let children) = root.kind { parts = children }
        let spellings = PlainSpellings(parts)
        for (place, part) in parts.enumerated() {
            switch part.kind {
            case .word, .prefix, .any:
                words.append(
                    (part, spellings.runs(at: place), String(decoding: Array(text.utf8)[part.range], as: UTF8.self)))
            case .phrase, .near, .within, .all:
                binding.append(part)
                bindsText = true
            default: binding.append(part)
            }
        }
    }

    func missing(from article: PlainArticle) -> [String] {
        words.filter { !article.matches($0.node, orSpelled: $0.spellings) }.map(\.text)
    }

    func accepts(_ article: PlainArticle) -> Bool {
        binding.allSatisfy { article.matches($0) }
            && (bindsText || words.isEmpty || missing(from: article).count < words.count)
    }
}
