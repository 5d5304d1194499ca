import ArticleModel
import Measuring
import Testing
import Vietnamese

@testable import evaluate

@Suite("Known items of an archive")
struct KnownItemsTests {
    /// Articles whose syllables are all different, `length` of them each.
    static func articles(_ count: Int, length: Int) -> [Article] {
        (0..<count).map { number in
            Article(
                id: "a\(number)", title: "Bài số \(number)",
                body: (0..<length).map { "từ\(number)x\($0)" }.joined(separator: ", "))
        }
    }

    private func positions(_ query: String, in article: Article) -> [Int] {
        let body = Syllables(article.body).map(\.exact)
        return Syllables(query).compactMap { body.firstIndex(of: $0.exact) }
    }

    @Test("The two runs of five in a query are in the body, at least twenty syllables apart", arguments: [30, 31, 60])
    func twoRuns(length: Int) throws {
        let articles = KnownItemsTests.articles(40, length: length)
        let items = KnownItems(archive: Archive(name: "n", articles: articles), count: 40, seed: 7)
        let questions = items.querySet(.twoRuns).questions
        #expect(questions.count == 40)
        for question in questions {
            let article = try #require(articles.first { $0.id == question.id })
            let places = positions(question.text, in: article)
            try #require(places.count == 10)
            #expect(places[0..<5].elementsEqual(places[0]..<places[0] + 5))
            #expect(places[5..<10].elementsEqual(places[5]..<places[5] + 5))
            #expect(places[5] - places[4] - 1 >= 20)
        }
    }

    @Test("The four and the ten syllables of a query are adjacent in the body")
    func runs() throws {
        let articles = KnownItemsTests.articles(20, length: 12)
        let items = KnownItems(archive: Archive(name: "n", articles: articles), count: 20, seed: 7)
        for (kind, length) in [(KnownItems.Kind.fourSyllables, 4), (.tenSyllables, 10)] {
            for question in items.querySet(kind).questions {
                let article = try #require(articles.first { $0.id == question.id })
                let places = positions(question.text, in: article)
                try #require(places.count == length)
                #expect(places.elementsEqual(places[0]..<places[0] + length))
            }
        }
        #expect(items.querySet(.twoRuns).questions.isEmpty, "twelve syllables are too few for two runs")
    }

    @Test("The same seed makes the same queries, and another seed makes others")
    func seeds() {
        let archive = Archive(name: "n", articles: KnownItemsTests.articles(100, length: 60))
        func texts(_ seed: UInt64) -> [[String]] {
            KnownItems.Kind.allCases.map { kind in
                KnownItems(archive: archive, count: 10, seed: seed).querySet(kind).questions.map(\.text)
            }
        }
        #expect(texts(1) == texts(1))
        #expect(texts(1) != texts(2))
    }

    @Test("An article with the same body counts as the known item")
    func sameBody() {
        var articles = KnownItemsTests.articles(2, length: 40)
        articles.append(Article(id: "copy", title: "Bản sao", body: articles[0].body))
        let archive = Archive(name: "n", articles: articles)
        #expect(archive.sameText == ["a0": "a0", "a1": "a1", "copy": "a0"])
        let questions = KnownItems(archive: archive, count: 3, seed: 1).querySet(.title).questions
        #expect(questions.first { $0.id == "copy" }?.answers == ["a0": 1])
    }

    @Test("The engine ranks the article of two runs of five first, with marks and without")
    func found() async throws {
        let archive = Archive(name: "n", articles: KnownItemsTests.articles(30, length: 60))
        let set = KnownItems(archive: archive, count: 30, seed: 1).querySet(.twoRuns)
        let engine = try await Engine(archive.articles)
        defer { engine.clear() }
        for spelling in Spelling.allCases {
            let rankings = try await engine.rankings(of: set.queries(in: spelling, seed: 1))
            #expect(rankings.map(\.first) == set.questions.map { $0.id })
        }
    }
}
