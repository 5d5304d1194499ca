import ArticleModel

/// The way an engine interprets the words of a query.
enum WordReading: Hashable {
    /// A word matches exactly the same letters.
    case asWritten
    /// A tone may be on either vowel letter, and a word typed without marks matches every word that differs only in
    /// marks.
    case asTyped
}

/// A query that is matched against the words of one article, so that answers can be checked without any index.
struct PlainQuestion {
    /// One word of the query.
    struct Word {
        enum Form { case written, toned, bare, initial }

        let form: Form
        let hash: UInt64
    }

    let question: Question
    let words: [Word]

    /// Creates a query as an engine with the given reading interprets it.
    init(_ question: Question, _ reading: WordReading) {
        self.question = question
        words = question.words.enumerated().compactMap { place, text in
            let read = PlainWords(text)
            guard read.written.count == 1 else { return nil }
            if question.kind.match == .beginning, place == question.words.count - 1 {
                return Word(form: .initial, hash: UInt64(read.initials[0]))
            }
            if question.kind.isUnmarked { return Word(form: .bare, hash: read.bare[0]) }
            switch reading {
            case .asWritten: return Word(form: .written, hash: read.written[0])
            case .asTyped where read.written[0] == read.bare[0]: return Word(form: .bare, hash: read.bare[0])
            case .asTyped: return Word(form: .toned, hash: read.toned[0])
            }
        }
    }

    /// Whether an article matches the query.
    func holds(in article: Article) -> Bool {
        holds(in: [PlainWords(article.title), PlainWords(article.body)], year: article.date?.day.year)
    }

    /// Whether the texts of an article and its year match the query.
    func holds(in texts: [PlainWords], year: Int?) -> Bool {
        if let wanted = question.year, wanted != year { return false }
        switch question.kind.match {
        case .any: return words.contains { word in texts.contains { PlainQuestion.holds(word, $0) } }
        case .every, .beginning: return words.allSatisfy { word in texts.contains { PlainQuestion.holds(word, $0) } }
        case .phrase: return texts.contains { holdsRun(in: $0) }
        }
    }

    private func holdsRun(in text: PlainWords) -> Bool {
        let count = text.written.count
        guard let first = words.first, words.count <= count else { return false }
        return (0...count - words.count).contains { start in
            PlainQuestion.isSame(first, text, start)
                && words.indices.allSatisfy { PlainQuestion.isSame(words[$0], text, start + $0) }
        }
    }

    private static func holds(_ word: Word, _ text: PlainWords) -> Bool {
        switch word.form {
        case .written: text.written.contains(word.hash)
        case .toned: text.toned.contains(word.hash)
        case .bare: text.bare.contains(word.hash)
        case .initial: text.initials.contains(UInt32(truncatingIfNeeded: word.hash))
        }
    }

    private static func isSame(_ word: Word, _ text: PlainWords, _ place: Int) -> Bool {
        switch word.form {
        case .written: text.written[place] == word.hash
        case .toned: text.toned[place] == word.hash
        case .bare: text.bare[place] == word.hash
        case .initial: UInt64(text.initials[place]) == word.hash
        }
    }
}
