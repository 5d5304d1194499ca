import ArticleModel
import Testing

@testable import evaluate

@Suite("Simpler engines for comparison")
struct BaselineTests {
    private static let articles = [
        Article(id: "duong", title: "Hỏi đường", body: "Con đường sắt chạy dọc bờ sông"),
        Article(id: "duong-khac", title: "Món ngọt", body: "Dương cầm, đương nhiên; dường như quên"),
        Article(id: "xa-nhau", title: "Chuyện", body: "Sắt han gỉ vứt ở góc bếp, còn con chó ngủ giữa đường"),
        Article(id: "kieu-moi", title: "Hoà bình", body: "Bản tin cuối ngày"),
        Article(id: "kieu-cu", title: "Hòa bình", body: "Bản tin đầu ngày"),
        Article(id: "tran", title: "Khong dau", body: "Nguoi ta di tren duong"),
    ]

    /// The ranking of a simpler engine for each query.
    private func rankings(_ queries: [String], _ baseline: BaselineQuery) async throws -> [[String]] {
        let engine = try await Engine(BaselineTests.articles)
        defer { engine.clear() }
        return try await BaselineEngine(baseline, on: engine).rankings(of: queries)
    }

    private func stock(_ queries: [String]) async throws -> [[String]] {
        let engine = try StockEngine(BaselineTests.articles)
        defer { engine.clear() }
        return try await engine.rankings(of: queries)
    }

    @Test("With syllables only, marks bind, and only a query without any mark matches other readings")
    func syllables() async throws {
        let found = try await rankings(["đường", "duong", "duong sắt", "hoà"], .syllables)
        #expect(Set(found[0]) == ["duong", "xa-nhau"])
        #expect(Set(found[1]) == ["duong", "duong-khac", "xa-nhau", "tran"])
        #expect(Set(found[2]) == ["duong", "xa-nhau", "tran"], "one mark makes every syllable exact")
        #expect(Set(found[3]) == ["kieu-moi", "kieu-cu"])
    }

    @Test("Single syllables do not distinguish adjacent words from separate words, and bigrams do")
    func neighbours() async throws {
        // The second article has the same words, in the other order.
        let articles = [
            Article(id: "near", title: "", body: "chợ đêm họp ở đường sắt cũ"),
            Article(id: "apart", title: "", body: "sắt cũ họp ở đêm chợ đường"),
        ]
        let engine = try await Engine(articles)
        defer { engine.clear() }
        for (query, wanted) in [
            ("đường sắt", "near"), ("duong sat", "near"), ("đêm chợ", "apart"), ("dem chợ", "apart"),
        ] {
            let exact = BaselineQuery.syllables, bigrams = BaselineQuery.syllablesAndBigrams
            #expect(try await BaselineEngine(bigrams, on: engine).rankings(of: [query])[0].first == wanted)
            if query != "dem chợ" {
                // Articles of equal weight are in index order.
                #expect(try await BaselineEngine(exact, on: engine).rankings(of: [query])[0] == ["near", "apart"])
            }
        }
    }

    @Test("With bigrams each syllable without a mark matches every reading")
    func mixed() async throws {
        let found = try await rankings(["duong sắt", "đường"], .syllablesAndBigrams)
        #expect(Set(found[0]) == ["duong", "duong-khac", "xa-nhau", "tran"])
        #expect(found[0].first == "duong")
        #expect(Set(found[1]) == ["duong", "xa-nhau"])
    }

    @Test("Stock Xapian treats every spelling as a distinct word")
    func stockXapian() async throws {
        let found = try await stock(["đường sắt", "duong", "hoà", "hòa bình", "không có gì"])
        #expect(Set(found[0]) == ["duong", "xa-nhau"])
        #expect(found[1] == ["tran"])
        #expect(found[2] == ["kieu-moi"])
        #expect(found[3] == ["kieu-cu", "kieu-moi"])
        #expect(found[4].isEmpty)
    }

    @Test("Every engine answers every query in its position, with at most ten articles each")
    func places() async throws {
        let articles = (0..<40).map { Article(id: "a\($0)", title: "Số", body: "chung riêng\($0)") }
        let queries = (0..<40).map { "riêng\($0) chung" }
        let engine = try await Engine(articles)
        let stock = try StockEngine(articles)
        defer {
            engine.clear()
            stock.clear()
        }
        var engines: [any RankingEngine] = [engine, stock]
        for query in BaselineQuery.allCases { engines.append(try BaselineEngine(query, on: engine)) }
        for engine in engines {
            let found = try await engine.rankings(of: queries)
            #expect(found.map(\.first) == articles.map(\.id), "\(engine.name)")
            #expect(found.allSatisfy { $0.count == 10 }, "\(engine.name)")
        }
        #expect(Set(engines.map(\.name)).count == engines.count)
    }
}
