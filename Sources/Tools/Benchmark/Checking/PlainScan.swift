import ArticleModel

/// Counts the articles that match some queries by reading every article once.
struct PlainScan {
    private let questions: [PlainQuestion]
    private var places: [Key: Int] = [:]
    /// A filter by the low bits of a hash: whether any word of the queries has them.
    ///
    /// Most words of the articles are in no query.
    private var sieve = [Bool](repeating: false, count: 1 << 16)

    private struct Key: Hashable {
        let form: PlainQuestion.Word.Form
        let hash: UInt64
    }

    /// Creates a scan for the given queries.
    init(_ questions: [PlainQuestion]) {
        self.questions = questions
        for word in questions.flatMap(\.words) {
            let key = Key(form: word.form, hash: word.hash)
            if places[key] == nil { places[key] = places.count }
            sieve[Int(word.hash & 0xFFFF)] = true
        }
    }

    /// Counts the articles that match each query.
    func counts(in articles: [Article]) -> [Int] {
        let keys = questions.map { question in
            question.words.map { places[Key(form: $0.form, hash: $0.hash)] ?? 0 }
        }
        var counts = [Int](repeating: 0, count: questions.count)
        // The article in which each word occurred last.
        var met = [Int](repeating: -1, count: places.count)
        for (number, article) in articles.enumerated() {
            let texts = [PlainWords(article.title), PlainWords(article.body)]
            for text in texts {
                note(text.written, .written, in: number, &met)
                note(text.toned, .toned, in: number, &met)
                note(text.bare, .bare, in: number, &met)
                note(text.initials.map(UInt64.init), .initial, in: number, &met)
            }
            let year = article.date?.day.year
            for (place, question) in questions.enumerated() {
                if let wanted = question.question.year, wanted != year { continue }
                let isCandidate =
                    question.question.kind.match == .any
                    ? keys[place].contains { met[$0] == number } : keys[place].allSatisfy { met[$0] == number }
                guard isCandidate else { continue }
                if question.question.kind.match == .phrase, !question.holds(in: texts, year: year) { continue }
                counts[place] += 1
            }
        }
        return counts
    }

    private func note(
        _ hashes: [UInt64], _ form: PlainQuestion.Word.Form, in number: Int, _ met: inout [Int]
    ) {
        for hash in hashes where sieve[Int(hash & 0xFFFF)] {
            if let place = places[Key(form: form, hash: hash)] { met[place] = number }
        }
    }
}
