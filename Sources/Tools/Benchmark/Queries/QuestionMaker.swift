import ArticleModel
import CivilTime
import Foundation
import Measuring
import Seeding
import Vietnamese

/// Makes queries from the articles of an archive: the same ones for the same articles and seed.
struct QuestionMaker {
    /// The number of positions in an article that are tried for a run before the next article is.
    private static let attempts = 4

    let archive: Archive
    let seed: UInt64

    /// Makes distinct queries of a kind, each from a different article: fewer where the archive does not have as many.
    ///
    /// - Parameters:
    ///   - kind: The kind.
    ///   - count: The number of queries.
    ///   - known: Queries to exclude.
    /// - Returns: The queries.
    func questions(_ kind: QueryKind, count: Int, without known: [Question] = []) -> [Question] {
        var generator = SeededGenerator(seed: seed, name: kind.rawValue)
        var questions: [Question] = []
        var met = Set(known.map(\.text))
        for place in archive.articles.indices.shuffled(using: &generator) {
            guard questions.count < count else { break }
            let article = archive.articles[place]
            let year = article.date?.day.year
            if kind.isOfOneYear, year == nil { continue }
            let length = Int.random(in: kind.lengths, using: &generator)
            guard let run = QuestionMaker.run(of: length, in: article.body, using: &generator) else { continue }
            let question = Question(
                kind: kind, words: QuestionMaker.words(run, for: kind), source: article.id,
                year: kind.isOfOneYear ? year : nil)
            if met.insert(question.text).inserted { questions.append(question) }
        }
        return questions
    }

    private static func words(_ run: [String], for kind: QueryKind) -> [String] {
        if kind.isUnmarked { return run.map { fold($0) } }
        guard kind == .beginning, let last = run.last else { return run }
        return run.dropLast() + [String(fold(last).prefix(1))]
    }

    /// Returns consecutive syllables of letters that are separated by single spaces only, at least one with a mark.
    static func run(of length: Int, in text: String, using generator: inout SeededGenerator) -> [String]? {
        let syllables = Syllables(text)
        guard syllables.count > length else { return nil }
        let bytes = Array(text.utf8)
        for _ in 0..<attempts {
            let start = Int.random(in: 0...syllables.count - length, using: &generator)
            let range = syllables.range(at: start).lowerBound..<syllables.range(at: start + length - 1).upperBound
            let run = String(decoding: bytes[range], as: UTF8.self).lowercased().precomposedStringWithCanonicalMapping
            let words = run.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            let hasMarks = (start..<start + length).contains { syllables.isMarked(at: $0) }
            let isPlain = words.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isLetter) }
            if words.count == length, isPlain, hasMarks { return words }
        }
        return nil
    }
}
