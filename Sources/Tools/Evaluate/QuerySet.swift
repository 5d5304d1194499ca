/// Questions with known answers, of one kind.
struct QuerySet {
    /// A question and what answers it.
    struct Question {
        let id: String
        let text: String
        /// The relevant documents and how relevant they are.
        let answers: [String: Double]
        /// The text without marks, where somebody wrote it.
        var unmarked: String?
    }

    let name: String
    let questions: [Question]

    /// The questions' words in a spelling: plain words, so that every engine is asked the same.
    func queries(in spelling: Spelling, seed: UInt64) -> [String] {
        questions.map { question in
            if spelling == .unmarked, let text = question.unmarked { return QuerySet.plainWords(of: text) }
            return QuerySet.plainWords(of: spelling.apply(to: question.text, named: question.id, seed: seed))
        }
    }

    /// The words of prose, in lower case: what means something to a query language is punctuation here.
    static func plainWords(of text: String) -> String {
        // What joins the parts of a number or of a document's number stays.
        let joints = Set<Character>("/.,")
        return text.split { !$0.isLetter && !$0.isNumber && !joints.contains($0) }
            .map { $0.lowercased() }.joined(separator: " ")
    }
}

extension QuerySet {
    /// A ranking in which documents with the same text stand once, at the best of their places and under one name.
    static func distinct(_ ranking: [String], _ sameText: [String: String]) -> [String] {
        var met: Set<String> = []
        return ranking.map { sameText[$0] ?? $0 }.filter { met.insert($0).inserted }
    }
}
