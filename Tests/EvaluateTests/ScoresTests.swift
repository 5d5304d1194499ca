import Foundation
import Testing

@testable import evaluate

@Suite("Scores of a ranking")
struct ScoresTests {
    @Test("One relevant document at rank three is scored")
    func third() {
        let scores = Scores(of: ["a", "b", "c"], answers: ["c": 1])
        #expect(scores.first == 0)
        #expect(scores.reciprocalRank == 1.0 / 3)
        // One over the binary logarithm of four.
        #expect(abs(scores.gain - 0.5) < 1e-12)
        #expect(scores.recall == 1)
    }

    @Test("Graded documents are scored if one is missed")
    func graded() {
        let scores = Scores(of: ["b", "x", "a"], answers: ["a": 3, "b": 1, "c": 2])
        #expect(scores.first == 1)
        #expect(scores.reciprocalRank == 1)
        // (1 + 3/2) / (3 + 2/log2(3) + 1/2)
        #expect(abs(scores.gain - 2.5 / (3.5 + 2 / log2(3.0))) < 1e-12)
        #expect(abs(scores.recall - 2.0 / 3) < 1e-12)
    }

    @Test("Results after rank ten, results judged irrelevant and results without a judgement score nothing")
    func nothing() {
        let late = (0..<10).map { "x\($0)" } + ["a"]
        #expect(Scores(of: late, answers: ["a": 1]) == Scores())
        #expect(Scores(of: ["a"], answers: ["a": 0]) == Scores())
        #expect(Scores(of: ["a"], answers: [:]) == Scores())
        #expect(Scores(of: [], answers: ["a": 1]) == Scores())
    }

    @Test("A mean is over all queries, including those that found nothing")
    func mean() {
        let mean = Scores(mean: [Scores(of: ["a"], answers: ["a": 1]), Scores()])
        #expect(mean.first == 0.5)
        #expect(mean.reciprocalRank == 0.5)
        #expect(mean.gain == 0.5)
        #expect(mean.recall == 0.5)
    }

    @Test("Documents with the same text count once, at the better rank")
    func sameText() {
        let sameText = ["a": "a", "b": "a", "c": "c"]
        #expect(QuerySet.distinct(["b", "c", "a"], sameText) == ["a", "c"])
        #expect(QuerySet.distinct(["x", "y"], [:]) == ["x", "y"])
    }
}
