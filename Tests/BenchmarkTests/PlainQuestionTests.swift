import ArticleModel
import CivilTime
import Foundation
import Testing

@testable import benchmark

@Suite("Answers that are checked without an index")
struct PlainQuestionTests {
    private let article = Article(
        id: "a", title: "Đường sắt trên cao", body: "Nhà máy thuỷ điện Hoà Bình, THỦY LỢI và cho chợ.",
        date: Day(year: 2016, month: 3, day: 1).map { PublicationDate(day: $0) })

    private func holds(
        _ words: String, _ kind: QueryKind, _ reading: WordReading = .asTyped, year: Int? = nil
    ) -> Bool {
        let question = Question(kind: kind, words: words.split(separator: " ").map(String.init), source: "", year: year)
        return PlainQuestion(question, reading).holds(in: article)
    }

    @Test("A query needs any of its words, or every one, in title and body together")
    func words() {
        #expect(holds("sắt xyz", .fourAny))
        #expect(!holds("xyz", .fourAny))
        #expect(holds("sắt điện", .fourEvery))
        #expect(!holds("sắt điền", .fourEvery))
    }

    @Test("The words of a phrase are adjacent and in order, in the title or in the body")
    func phrases() {
        #expect(holds("đường sắt trên cao", .fourPhrase))
        #expect(!holds("sắt đường", .twoPhrase))
        #expect(!holds("cao nhà", .twoPhrase))
        #expect(holds("bình thủy", .twoPhrase))
        #expect(!holds("chợ chợ", .twoPhrase))
    }

    @Test("The place of the tone mark matters to an engine that takes words as they are written")
    func tones() {
        #expect(holds("hòa bình", .twoPhrase, .asTyped))
        #expect(!holds("hòa bình", .twoPhrase, .asWritten))
        #expect(holds("hoà bình", .twoPhrase, .asWritten))
        #expect(holds("thuỷ lợi", .twoPhrase, .asTyped))
        #expect(!holds("hoá bình", .twoPhrase, .asTyped))
    }

    @Test("A word typed without marks matches other words only if it is read as typed")
    func unmarked() {
        #expect(holds("sat", .one, .asTyped))
        #expect(!holds("sat", .one, .asWritten))
        #expect(holds("duong sat dien loi", .fourUnmarked, .asWritten))
        #expect(holds("cho", .one, .asWritten))
        #expect(!holds("chơ", .one, .asTyped))
    }

    @Test("Texts in NFD equal the same texts in NFC")
    func decomposed() {
        let decomposed = Article(id: "b", body: article.body.decomposedStringWithCanonicalMapping)
        let question = Question(kind: .twoPhrase, words: ["hoà", "bình"], source: "", year: nil)
        #expect(PlainQuestion(question, .asWritten).holds(in: decomposed))
    }

    @Test("Invisible characters do not split a word")
    func invisible() {
        let article = Article(id: "b", body: "ng\u{200B}ười\u{200E} d\u{AD}\u{200F}ân")
        let question = Question(kind: .twoPhrase, words: ["người", "dân"], source: "", year: nil)
        #expect(PlainQuestion(question, .asTyped).holds(in: article))
    }

    @Test("While a query is being typed, its last word is a prefix without marks")
    func beginnings() {
        #expect(holds("sắt d", .beginning))
        #expect(holds("sắt h", .beginning))
        #expect(!holds("sắt x", .beginning))
    }

    @Test("The year of a query is the year of the article")
    func years() {
        #expect(holds("sắt điện", .fourInYear, year: 2016))
        #expect(!holds("sắt điện", .fourInYear, year: 2017))
    }

    @Test(
        "A scan of an archive counts what reading every article for every query counts", arguments: QueryKind.allCases)
    func scan(kind: QueryKind) {
        let archive = InventedArticles.archive(200)
        let questions = QuestionMaker(archive: archive, seed: 5).questions(kind, count: 15)
        for reading in [WordReading.asWritten, .asTyped] {
            let plain = questions.map { PlainQuestion($0, reading) }
            let counted = plain.map { question in archive.articles.count { question.holds(in: $0) } }
            #expect(PlainScan(plain).counts(in: archive.articles) == counted)
            #expect(counted.allSatisfy { $0 > 0 })
        }
    }
}
