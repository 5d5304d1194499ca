import Foundation
import Measuring

/// Runs the same queries on every engine, alternating between engines, and checks the answers.
struct QueryRounds {
    /// The number of queries of each kind that are run before any is measured.
    static let warmingUp = 20

    let archive: Archive
    let engines: [any MeasuredEngine]
    let queries: Int
    let seed: UInt64

    private struct Asked {
        let question: Question
        let engine: any MeasuredEngine
        let answer: Answer
    }

    /// Runs all queries and returns their figures; mistakes are reported on standard error.
    func run() async throws -> QueryFigures {
        let maker = QuestionMaker(archive: archive, seed: seed)
        let questions = QueryKind.allCases.map { maker.questions($0, count: queries) }
        try await warmUp(without: questions)
        let asked = try await askInTurns(questions)
        let check = AnswerCheck(questions, readings: Set(engines.map(\.reading)), in: archive)
        var figures = QueryFigures(engines: engines.map(\.name))
        for asked in asked {
            let mistake = try await check.mistake(in: asked.answer, to: asked.question, of: asked.engine)
            if let mistake {
                let line = "\(asked.engine.name), \(asked.question.kind.rawValue), \(asked.question.text): \(mistake)\n"
                FileHandle.standardError.write(Data(line.utf8))
            }
            let source = archive.sameText[asked.question.source]
            figures.add(
                asked.answer, of: asked.engine.name, asked.question.kind,
                isFound: asked.answer.ids.contains { archive.sameText[$0] == source }, isRight: mistake == nil)
        }
        return figures
    }

    private func warmUp(without questions: [[Question]]) async throws {
        let maker = QuestionMaker(archive: archive, seed: seed &+ 1)
        for (kind, known) in zip(QueryKind.allCases, questions) {
            for question in maker.questions(kind, count: min(queries, QueryRounds.warmingUp), without: known) {
                for engine in engines where engine.share == 1 && engine.answers(kind) {
                    _ = try await engine.ask(question)
                }
            }
        }
    }

    private func askInTurns(_ questions: [[Question]]) async throws -> [Asked] {
        var all: [Asked] = []
        var turn = 0
        for round in 0..<queries {
            // The kinds alternate as well, so that a noisy minute does not affect one kind alone.
            for questions in questions where round < questions.count {
                for place in engines.indices {
                    let engine = engines[(place + turn) % engines.count]
                    guard round % engine.share == 0, engine.answers(questions[round].kind) else { continue }
                    let answer = try await engine.ask(questions[round])
                    all.append(Asked(question: questions[round], engine: engine, answer: answer))
                }
                turn += 1
            }
        }
        return all
    }
}
