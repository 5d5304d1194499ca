import ArticleModel
import Measuring
import Postings
import Testing

@testable import benchmark

/// An engine that returns the counts that the test sets.
private final class ScriptedEngine: MeasuredEngine {
    let name = "scripted"
    let reading: WordReading
    private let counted: Total?

    init(_ reading: WordReading, counting counted: Total?) {
        self.reading = reading
        self.counted = counted
    }

    func ask(_ question: Question) async throws -> Answer { Answer(cpu: 0, wall: 0, ids: []) }
    func count(_ question: Question) async throws -> Total? { counted }
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
        _ ids: [String], _ total: Total?, _ reading: WordReading
    ) async throws -> AnswerCheck.Mistake? {
        let check = AnswerCheck([[question]], readings: [.asTyped, .asWritten], in: archive)
        return try await check.mistake(
            in: Answer(cpu: 0, wall: 0, ids: ids), to: question, of: ScriptedEngine(reading, counting: total))
    }

    @Test("An answer with exactly the matching articles is right, by each engine's own reading of words")
    func right() async throws {
        #expect(try await mistake(["a", "b"], Total(value: 2, isExact: true), .asTyped) == nil)
        #expect(try await mistake(["b"], Total(value: 1, isExact: true), .asWritten) == nil)
        #expect(try await mistake(["b", "a"], Total(value: 1, isExact: false), .asTyped) == nil)
    }

    @Test("Unwanted, unknown, missing and miscounted articles make an answer wrong")
    func wrong() async throws {
        #expect(try await mistake(["a", "c"], nil, .asTyped) != nil)
        #expect(try await mistake(["a", "x"], nil, .asTyped) != nil)
        #expect(try await mistake(["b"], nil, .asTyped) != nil)
        #expect(try await mistake(["a", "b"], nil, .asWritten) != nil)
        #expect(try await mistake(["a", "b"], Total(value: 3, isExact: true), .asTyped) != nil)
        #expect(try await mistake(["a", "b"], Total(value: 3, isExact: false), .asTyped) != nil)
        #expect(try await mistake(["b"], Total(value: 2, isExact: true), .asWritten) != nil)
    }

    @Test("Queries with a word of several spellings are not counted, and phrases are counted")
    func spellings() {
        func question(_ kind: QueryKind) -> Question {
            Question(kind: kind, words: ["kỹ", "thuật"], source: "d", year: nil)
        }
        #expect(AnswerCheck.hasOtherSpellings(question(.fourEvery)))
        #expect(!AnswerCheck.hasOtherSpellings(question(.twoPhrase)))
        #expect(!AnswerCheck.hasOtherSpellings(Question(kind: .fourEvery, words: ["hòa"], source: "a", year: nil)))
    }
}
