import ArticleModel
import CivilTime
import IndexSamples
import QueryLanguage
import Testing

@testable import Postings
@testable import SearchEngine

@Suite("The number of words that an article must have, and the order of hits")
struct MatchingTests {
    private static let articles = [
        Article(id: "both", title: "đại hội covid", date: day(2015, 5, 1)),
        Article(id: "hội", title: "đại hội", date: day(2014, 5, 1)),
        Article(id: "covid", title: "covid", date: day(2016, 5, 1)),
        Article(id: "apart", title: "hội đại covid"),
        Article(id: "none", title: "quận huyện", date: day(2013, 1, 1)),
    ]

    @Test("The default lists articles with every word first, then others with their missing words")
    func auto() async throws {
        let index = try await SampleIndex(Self.articles)
        let result = try await index.search("đại covid")
        #expect(
            result.hits.map(\.missing) == [[], [], ["đại"], ["covid"]]
                || result.hits.map(\.missing) == [[], [], ["covid"], ["đại"]])
        #expect(result.total == Total(value: 2, isExact: true))
        #expect(try await index.ids("đại covid") { $0.limit = 1 }.count == 1)
        let partial = try await index.search("covid huyện xyz")
        #expect(Set(partial.hits.map(\.article.id)) == ["both", "covid", "apart", "none"])
        #expect(partial.total == Total(value: 4, isExact: true))
        #expect(try await index.search("covid huyện") { $0.limit = 0 }.total == Total(value: 4, isExact: true))
    }

    @Test("One word may be missing beside a phrase", arguments: [SearchRequest.Matching.auto, .any])
    func besidePhrase(matching: SearchRequest.Matching) async throws {
        let index = try await SampleIndex(Self.articles)
        let result = try await index.search("\"đại hội\" covid") { $0.matching = matching }
        #expect(result.hits.map(\.article.id) == ["both", "hội"])
        #expect(result.hits.map(\.missing) == [[], ["covid"]])
    }

    @Test("A field, a phrase or an exclusion may never be missing")
    func binding() async throws {
        let index = try await SampleIndex(Self.articles)
        #expect(Set(try await index.ids("covid xyz -\"đại hội\"")) == ["covid", "apart"])
        #expect(try await index.ids("covid xyz date:2016") == ["covid"])
        #expect(try await index.ids("\"đại hội đảng\" covid").isEmpty)
        #expect(try await index.ids("covid xyz") { $0.matching = .all }.isEmpty)
    }

    @Test("Both orders by date put undated articles last")
    func order() async throws {
        let index = try await SampleIndex(Self.articles)
        let any = "đại OR hội OR covid OR huyện"
        #expect(try await index.ids(any) { $0.order = .newest } == ["covid", "both", "hội", "none", "apart"])
        #expect(try await index.ids(any) { $0.order = .oldest } == ["none", "hội", "both", "covid", "apart"])
    }

    @Test("A search finds only articles of the requested publication days")
    func published() async throws {
        let index = try await SampleIndex(Self.articles)
        let from = day(2014, 5, 1)?.day
        let until = day(2015, 5, 1)?.day
        func ids(_ first: Day?, _ last: Day?) async throws -> Set<String> {
            Set(try await index.ids("đại OR covid") { $0.published = DayRange(first: first, last: last) })
        }
        #expect(try await ids(from, until) == ["hội", "both"])
        #expect(try await ids(from, nil) == ["hội", "both", "covid"])
        #expect(try await ids(nil, until) == ["hội", "both"])
        #expect(try await ids(until, from).isEmpty)
        #expect(try await ids(nil, nil) == ["hội", "both", "covid", "apart"])
    }

    @Test("A page after the last hit is empty, whatever the offset and limit")
    func farPages() async throws {
        let index = try await SampleIndex(Self.articles)
        for query in ["covid", "\"đại hội\"", "đại covid"] {
            for (offset, limit) in [(50, 10), (.max, .max), (.max, 1), (50, 0)] {
                let result = try await index.search(query) { ($0.offset, $0.limit) = (offset, limit) }
                #expect(result.hits.isEmpty)
                #expect(result.total.value > 0)
            }
            #expect(try await index.ids(query) { ($0.offset, $0.limit) = (-5, -1) }.isEmpty)
        }
    }

    @Test("A total is a lower bound if a prefix matches too many words")
    func cutBeginning() async throws {
        let index = try await SampleIndex((0..<230).map { Article(id: "\($0)", title: "q\($0)") })
        let many = try await index.search("q*")
        #expect(many.total == Total(value: many.hits.count, isExact: false))
        let few = try await index.search("q1*")
        #expect(few.total == Total(value: 111, isExact: true))
    }

    @Test("An excluded prefix excludes every word that has it, however many they are")
    func excludedBeginning() async throws {
        let articles = (0..<230).map { Article(id: "\($0)", title: "q\($0)") } + [Article(id: "rest", title: "khác")]
        let index = try await SampleIndex(articles)
        #expect(try await index.ids("-q*") == ["rest"])
        #expect(try await index.ids("khác -q*") == ["rest"])
    }

    @Test("Excluded words have no weight")
    func excludedWords() async throws {
        let index = try await SampleIndex([
            Article(id: "plain", title: "quận một", body: "chữ"), Article(id: "other", title: "huyện hai", body: "chữ"),
        ])
        let hits = try await index.search("chữ (một OR -(một hai))").hits
        #expect(hits.count == 2)
        let other = hits.first { $0.article.id == "other" }
        let plain = try await index.search("chữ (một OR -(một ba))").hits.first { $0.article.id == "other" }
        #expect(other?.score == plain?.score)
    }
}
