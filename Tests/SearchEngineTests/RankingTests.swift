import ArticleModel
import IndexSamples
import Testing

@testable import SearchEngine

@Suite("The order of hits by relevance")
struct RankingTests {
    private static let filler = (0..<60).map { "đoạn\($0)" }.joined(separator: " ")

    @Test("Hits with adjacent words come first")
    func nearness() async throws {
        let index = try await SampleIndex([
            Article(id: "far", title: "", body: "cầu \(Self.filler) thép"),
            Article(id: "near", title: "", body: "\(Self.filler) cầu bằng thép"),
        ])
        for query in ["cầu thép", "thép cầu", "cau thep"] {
            #expect(try await index.ids(query) == ["near", "far"], "\(query)")
        }
    }

    @Test("Hits with words in the typed order come first")
    func order() async throws {
        let index = try await SampleIndex([
            Article(id: "mixed", title: "", body: "thông công nghệ tin báo \(Self.filler)"),
            Article(id: "typed", title: "", body: "\(Self.filler) báo công nghệ thông tin"),
        ])
        #expect(try await index.ids("công nghệ thông tin") == ["typed", "mixed"])
        #expect(try await index.ids("cong nghe thong tin") == ["typed", "mixed"])
    }

    @Test("Matches in the title come before matches in the text")
    func title() async throws {
        let index = try await SampleIndex([
            Article(id: "text", title: "Tin trong ngày", body: "Cầu thép mới khánh thành. \(Self.filler)"),
            Article(id: "title", title: "Cầu thép mới", body: "Tin trong ngày khánh thành. \(Self.filler)"),
        ])
        #expect(try await index.ids("cầu thép") == ["title", "text"])
    }

    @Test("An unmarked syllable as typed ranks before its other readings, however frequent these are")
    func unmarkedFirst() async throws {
        var articles = (0..<30).map {
            Article(id: "đường \($0)", title: "đường đường đường", body: "đường dương đương")
        }
        articles.append(Article(id: "duong", title: "Bản tin", body: "\(Self.filler) \(Self.filler) duong"))
        let index = try await SampleIndex(articles)
        let ids = try await index.ids("duong")
        #expect(ids.first == "duong")
        #expect(ids.count == 31)
        #expect(try await index.ids("đường").contains("duong") == false)
    }

    @Test("Hits in date order need no second reading of texts, and pages are consistent")
    func pages() async throws {
        let articles = (0..<50).map { number in
            Article(
                id: "\(number)", title: "", body: "cầu " + String(repeating: "qua ", count: number % 7) + "thép",
                date: day(2015, 1, 1 + number % 28))
        }
        let index = try await SampleIndex(articles)
        for order in SearchRequest.Order.allCases {
            let whole = try await index.search("cầu thép") { $0.order = order }
            #expect(whole.hits.count == 50)
            var walked: [String] = []
            for offset in stride(from: 0, to: 50, by: 7) {
                walked += try await index.ids("cầu thép") { ($0.order, $0.offset, $0.limit) = (order, offset, 7) }
            }
            #expect(walked == whole.hits.map(\.article.id), "\(order)")
        }
        let scores = try await index.search("cầu thép").hits.map(\.score)
        #expect(scores == scores.sorted(by: >))
    }

    @Test("A word in another spelling ranks after the typed spelling, and never matches a phrase")
    func otherSpellings() async throws {
        let index = try await SampleIndex([
            Article(id: "kĩ", title: "", body: "kĩ thuật in"),
            Article(id: "kỹ", title: "", body: "kỹ thuật in"),
            Article(id: "kỳ", title: "", body: "kỳ thuật in"),
            Article(id: "Lắk", title: "", body: "Tỉnh Đắk Lắk"),
            Article(id: "Lắc", title: "", body: "Tỉnh Đắc Lắc"),
            Article(id: "cử", title: "", body: "đắc cử"),
        ])
        #expect(try await index.ids("kỹ thuật") == ["kỹ", "kĩ", "kỳ"])
        #expect(try await index.search("kỹ thuật").hits.map(\.missing) == [[], [], ["kỹ"]])
        #expect(try await index.ids("\"kỹ thuật\"") == ["kỹ"])
        #expect(try await index.ids("đắc lắc") { $0.matching = .all } == ["Lắc", "Lắk"])
        #expect(try await index.ids("dac lac") { $0.matching = .all } == ["Lắc", "Lắk"])
        #expect(try await index.ids("\"đắk lắk\"") == ["Lắk"])
        #expect(try await index.ids("đắc cử") { $0.matching = .all } == ["cử"])
        let hit = try #require(try await index.search("đắk lắk").hits.last { $0.article.id == "Lắc" })
        #expect(hit.snippet?.highlights.count == 1)
    }
}
