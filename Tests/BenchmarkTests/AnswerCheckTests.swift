import ArticleModel
import Measuring
import Testing

@testable import benchmark

/// An engine that counts what it is told to.
private final class ScriptedEngine: MeasuredEngine {
    let name = "scripted"
    let reading: WordReading
    private let counted: Int?

    init(_ reading: WordReading, counting counted: Int? = nil) {
        self.reading = reading
        self.counted = counted
    }

    func ask(_ question: Question) async throws -> Answer { Answer(cpu: 0, wall: 0, ids: []) }
    func count(_ question: Question) throws -> Int? { counted }
}

@Suite("Checking answers")
struct AnswerCheckTests {
    private let archive = Archive(
        name: "four",
        articles: [
            Article(id: "a", body: "hòa bình ở sông hồng"), Article(id: "b", body: "hoà bình"),
            Article(id: "c", body: "bình hoa"), Article(id: "d", body: "kỹ thuật"),
        ])
    private let question = Question(kind: .twoPhrase, words: ["hoà", "bình"], source: "b", year: nil)

    private func mistake(
        _ ids: [String], _ total: Answer.Total?, _ reading: WordReading, counting: Int? = nil
    ) throws -> AnswerCheck.Mistake? {
        let check = AnswerCheck([[question]], readings: [.asTyped, .asWritten], in: archive)
        return try check.mistake(
            in: Answer(cpu: 0, wall: 0, ids: ids, total: total), to: question,
            of: ScriptedEngine(reading, counting: counting))
    }

    @Test("What is asked for, all of it, is right, each engine by how it reads words")
    func right() throws {
        #expect(try mistake(["a", "b"], Answer.Total(value: 2, isExact: true), .asTyped) == nil)
        #expect(try mistake(["b"], nil, .asWritten, counting: 1) == nil)
        #expect(try mistake(["b", "a"], Answer.Total(value: 1, isExact: false), .asTyped) == nil)
    }

    @Test("What is not asked for, what is not in the archive, what is left out and what is miscounted is wrong")
    func wrong() throws {
        #expect(try mistake(["a", "c"], nil, .asTyped) != nil)
        #expect(try mistake(["a", "x"], nil, .asTyped) != nil)
        #expect(try mistake(["b"], nil, .asTyped) != nil)
        #expect(try mistake(["a", "b"], nil, .asWritten) != nil)
        #expect(try mistake(["a", "b"], Answer.Total(value: 3, isExact: true), .asTyped) != nil)
        #expect(try mistake(["a", "b"], Answer.Total(value: 3, isExact: false), .asTyped) != nil)
        #expect(try mistake(["b"], nil, .asWritten, counting: 2) != nil)
    }

    @Test("Queries with a word of several spellings are not counted, phrases are")
    func spellings() {
        func question(_ kind: QueryKind) -> Question {
            Question(kind: kind, words: ["kỹ", "thuật"], source: "d", year: nil)
        }
        #expect(AnswerCheck.hasOtherSpellings(question(.fourEvery)))
        #expect(!AnswerCheck.hasOtherSpellings(question(.twoPhrase)))
        #expect(!AnswerCheck.hasOtherSpellings(Question(kind: .fourEvery, words: ["hòa"], source: "a", year: nil)))
    }
}
