import ArticleModel
import Measuring
import Seeding
import Vietnamese

/// Known-item queries made from an archive's articles, each of which has to find its own article.
struct KnownItems {
    /// The part of an article from which a query is made.
    enum Kind: String, CaseIterable {
        /// Two runs of five syllables, at least twenty syllables apart.
        case twoRuns = "5+5 syllables"
        /// Four consecutive syllables.
        case fourSyllables = "4 syllables"
        /// Ten consecutive syllables.
        case tenSyllables = "10 syllables"
        /// The title, searched in bodies alone.
        case title = "title"
    }

    /// The minimum number of syllables between two runs.
    static let gap = 20

    let archive: Archive
    let count: Int
    let seed: UInt64

    /// Makes queries of a kind: fewer than `count` where not enough articles are long enough.
    func querySet(_ kind: Kind) -> QuerySet {
        var generator = SeededGenerator(seed: seed, name: kind.rawValue)
        var questions: [QuerySet.Question] = []
        for place in archive.articles.indices.shuffled(using: &generator) {
            guard questions.count < count else { break }
            let article = archive.articles[place]
            guard !article.body.isEmpty, let text = KnownItems.query(kind, of: article, using: &generator) else {
                continue
            }
            let answer = archive.sameText[article.id] ?? article.id
            questions.append(QuerySet.Question(id: article.id, text: text, answers: [answer: 1]))
        }
        return QuerySet(name: kind.rawValue, questions: questions)
    }

    /// Makes a query that an article answers; nil where it is too short for one.
    static func query(_ kind: Kind, of article: Article, using generator: inout SeededGenerator) -> String? {
        switch kind {
        case .title: return Syllables(article.title).isEmpty ? nil : article.title
        case .fourSyllables: return run(of: 4, in: article.body, using: &generator)
        case .tenSyllables: return run(of: 10, in: article.body, using: &generator)
        case .twoRuns:
            let syllables = Syllables(article.body)
            let slack = syllables.count - 5 - gap - 5
            guard slack >= 0 else { return nil }
            // Two ordered offsets in the remaining length: every pair of runs is equally likely.
            let places = [Int.random(in: 0...slack, using: &generator), Int.random(in: 0...slack, using: &generator)]
            let (first, second) = (places.min() ?? 0, (places.max() ?? 0) + 5 + gap)
            return text(of: Array(first..<first + 5) + Array(second..<second + 5), syllables, article.body)
        }
    }

    private static func run(of length: Int, in body: String, using generator: inout SeededGenerator) -> String? {
        let syllables = Syllables(body)
        guard syllables.count >= length else { return nil }
        let start = Int.random(in: 0...syllables.count - length, using: &generator)
        return text(of: Array(start..<start + length), syllables, body)
    }

    private static func text(of positions: [Int], _ syllables: Syllables, _ body: String) -> String {
        let bytes = Array(body.utf8)
        return positions.map { String(decoding: bytes[syllables.range(at: $0)], as: UTF8.self) }.joined(separator: " ")
    }
}
