import ArticleModel
import Measuring
import Vietnamese

/// Checks answers against the articles themselves, so that a fast wrong answer does not count.
struct AnswerCheck {
    /// The number of queries of each kind whose matching articles are all counted.
    static let counted = 20

    /// An error in an answer.
    struct Mistake: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    private let articles: [String: Article]
    private let truths: [Key: Int]

    private struct Key: Hashable {
        let question: Question
        let reading: WordReading
    }

    /// Counts the matching articles of some queries of each kind by reading a whole archive.
    init(_ questions: [[Question]], readings: Set<WordReading>, in archive: Archive) {
        articles = Dictionary(archive.articles.map { ($0.id, $0) }) { $1 }
        let sample = questions.flatMap { $0.filter { !AnswerCheck.hasOtherSpellings($0) }.prefix(AnswerCheck.counted) }
        let asked = readings.flatMap { reading in sample.map { Key(question: $0, reading: reading) } }
        let scan = PlainScan(asked.map { PlainQuestion($0.question, $0.reading) })
        truths = Dictionary(zip(asked, scan.counts(in: archive.articles))) { $1 }
    }

    /// Whether a query has a word that this project also finds in another spelling, `kĩ` for `kỹ`: the expected count
    /// is then unknown.
    static func hasOtherSpellings(_ question: Question) -> Bool {
        question.kind.match != .phrase
            && question.words.contains { word in
                let syllables = Syllables(word)
                guard syllables.count == 1 else { return true }
                let (exact, folded) = (syllables.exact(at: 0), syllables.folded(at: 0))
                let names = SpellingVariants.spellingsOfNames.joined().joined()
                return !SpellingVariants.variants(ofExact: exact).isEmpty || names.contains(exact)
                    || !syllables.isMarked(at: 0) && !SpellingVariants.variants(ofFolded: folded).isEmpty
            }
    }

    /// Returns the mistake in an answer; nil where there is none.
    ///
    /// - Parameters:
    ///   - answer: The answer.
    ///   - question: The query.
    ///   - engine: The engine that gave it.
    /// - Returns: The mistake.
    /// - Throws: Any error that prevents the engine from counting.
    func mistake(in answer: Answer, to question: Question, of engine: any MeasuredEngine) async throws -> Mistake? {
        let plain = PlainQuestion(question, engine.reading)
        if !AnswerCheck.hasOtherSpellings(question) {
            for id in answer.ids where !(articles[id].map(plain.holds) ?? false) {
                return Mistake(description: "\(id) is not what was asked for")
            }
        }
        guard let truth = truths[Key(question: question, reading: engine.reading)] else { return nil }
        guard answer.ids.count == min(truth, 10) else {
            return Mistake(description: "\(answer.ids.count) articles of \(truth) found")
        }
        // By default this project counts the articles with every word, if there are any.
        if question.kind.isAuto, engine.reading == .asTyped { return nil }
        guard let total = try await engine.count(question), total.isExact ? total.value != truth : total.value > truth
        else { return nil }
        return Mistake(description: "\(total.isExact ? "" : "at least ")\(total.value) counted, there are \(truth)")
    }
}
