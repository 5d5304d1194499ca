import ArticleModel
import Measuring
import Testing

@testable import benchmark

@Suite("Making queries from an archive")
struct QuestionMakerTests {
    private let archive = InventedArticles.archive(300)

    @Test("The same seed makes the same queries, and another seed makes others", arguments: QueryKind.allCases)
    func deterministic(kind: QueryKind) {
        let first = QuestionMaker(archive: archive, seed: 7).questions(kind, count: 20)
        #expect(first == QuestionMaker(archive: archive, seed: 7).questions(kind, count: 20))
        #expect(first != QuestionMaker(archive: archive, seed: 8).questions(kind, count: 20))
    }

    @Test("Queries are distinct, have the number of words of their kind, and match their article")
    func kinds() {
        let articles = Dictionary(uniqueKeysWithValues: archive.articles.map { ($0.id, $0) })
        for kind in QueryKind.allCases {
            let questions = QuestionMaker(archive: archive, seed: 1).questions(kind, count: 25)
            #expect(Set(questions.map(\.text)).count == questions.count)
            #expect(kind == .one || questions.count == 25)
            for question in questions {
                #expect(kind.lengths.contains(question.words.count))
                for reading in [WordReading.asWritten, .asTyped] {
                    let isFound = articles[question.source].map(PlainQuestion(question, reading).holds) ?? false
                    #expect(isFound, "\(question)")
                }
            }
        }
    }

    @Test("Queries of one year come from dated articles, and queries without marks have no marks")
    func forms() {
        let maker = QuestionMaker(archive: archive, seed: 3)
        let years = Dictionary(uniqueKeysWithValues: archive.articles.map { ($0.id, $0.date?.day.year) })
        for question in maker.questions(.fourInYear, count: 30) {
            #expect(question.year != nil)
            #expect(question.year == years[question.source])
        }
        #expect(maker.questions(.fourEvery, count: 30).allSatisfy { $0.year == nil })
        #expect(maker.questions(.fourUnmarked, count: 30).allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x80 } })
        #expect(maker.questions(.beginning, count: 30).allSatisfy { $0.words.last?.count == 1 })
    }

    @Test("A query that is already known is not made again")
    func without() {
        let maker = QuestionMaker(archive: archive, seed: 3)
        let known = maker.questions(.twoPhrase, count: 20)
        let others = maker.questions(.twoPhrase, count: 20, without: known)
        #expect(Set(others.map(\.text)).isDisjoint(with: known.map(\.text)))
        #expect(!others.isEmpty)
    }

    @Test("Runs with digits, punctuation or line breaks between their syllables are not used")
    func plain() {
        let article = Article(id: "a", body: "một, hai\nba 4 năm. Sáu\u{A0}bảy – tám (chín) mười, hết")
        let archive = Archive(name: "one", articles: [article])
        for seed in 0..<50 as Range<UInt64> {
            let maker = QuestionMaker(archive: archive, seed: seed)
            #expect(maker.questions(.twoPhrase, count: 5).isEmpty)
        }
    }
}
