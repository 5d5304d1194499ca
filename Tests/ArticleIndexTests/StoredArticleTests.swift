import ArticleModel
import CivilTime
import Testing

@testable import ArticleIndex

@Suite("The stored form of an article")
struct StoredArticleTests {
    private static let full: Article = {
        var article = Article(id: "số 1", title: "Thành ủy Hà Nội", body: "Dòng một.\nDòng hai.")
        article.date = day(2015, 3, 19)
        article.source = "hanoi.example"
        article.author = "Hồng Hà"
        article.url = "https://hanoi.example/1"
        article.section = "Thời sự"
        article.tags = ["một", "", "ba"]
        article.extra = [ExtraField(name: "views", json: "{\"n\":3}")]
        article.location = ArticleLocation(path: "/a/b.txt", line: 3, column: 7, layout: .text)
        article.provenance = [Provenance(field: "date", rule: "date-after-title")]
        return article
    }()

    private static let changes: [@Sendable (inout Article) -> Void] = [
        { _ in }, { $0.title = "" }, { $0.body = "" }, { $0.date = nil },
        { $0.date = PublicationDate(day: .first, secondOfDay: 86_399) },
        { $0.date = PublicationDate(day: .last, secondOfDay: 0) },
        { $0.source = nil }, { $0.source = "" }, { $0.author = nil }, { $0.url = nil }, { $0.section = nil },
        { $0.tags = [] }, { $0.extra = [] }, { $0.location = nil }, { $0.provenance = [] },
        { $0.location = ArticleLocation(path: "", line: .max, column: .min, layout: .record) },
        { $0.body = String(repeating: "chữ ", count: 5_000) },
    ]

    @Test("gives back every field, present or absent", arguments: changes.indices)
    func roundTrip(change: Int) {
        var article = Self.full
        Self.changes[change](&article)
        #expect(StoredArticle.decode(StoredArticle.encode(article)) == article)
    }

    @Test("is nil when it was cut short or made longer")
    func truncation() {
        let bytes = StoredArticle.encode(Self.full)
        for length in bytes.indices { #expect(StoredArticle.decode(Array(bytes[..<length])) == nil) }
        #expect(StoredArticle.decode(bytes + [0]) == nil)
    }

    @Test("is read without a trap from any bytes")
    func noise() {
        var generator = SeededGenerator(seed: 1)
        let bytes = StoredArticle.encode(Self.full)
        for _ in 0..<20_000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                damaged[Int.random(in: 1..<bytes.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            // What a damaged record still says has to survive being stored again.
            if let article = StoredArticle.decode(damaged) {
                #expect(StoredArticle.decode(StoredArticle.encode(article)) == article)
            }
            let count = Int.random(in: 0..<60, using: &generator)
            let noise = [1] + (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            if let article = StoredArticle.decode(noise) { #expect(article.body.utf8.count <= 3 * noise.count) }
        }
    }
}
