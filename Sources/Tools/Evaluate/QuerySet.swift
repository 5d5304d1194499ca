/// Queries of one kind with relevance judgements.
struct QuerySet {
    /// A query and the documents that answer it.
    struct Question {
        let id: String
        let text: String
        /// The relevant documents and how relevant they are.
        let answers: [String: Double]
        /// The text without marks, where the collection has it.
        var unmarked: String?
    }

    let name: String
    let questions: [Question]

    /// The words of the queries in a spelling: plain words, so that every engine gets the same queries.
    func queries(in spelling: Spelling, seed: UInt64) -> [String] {
        questions.map { question in
            if spelling == .unmarked, let text = question.unmarked { return QuerySet.plainWords(of: text) }
            return QuerySet.plainWords(of: spelling.apply(to: question.text, named: question.id, seed: seed))
        }
    }

    /// The words of prose, in lower case: operators of a query language are punctuation here.
    static func plainWords(of text: String) -> String {
        // Characters that join the parts of a number or of a document number stay.
        let joints = Set<Character>("/.,")
        return text.split { !$0.isLetter && !$0.isNumber && !joints.contains($0) }
            .map { $0.lowercased() }.joined(separator: " ")
    }
}

extension QuerySet {
    /// A ranking in which documents with the same text occur once, at the best of their ranks and under one id.
    static func distinct(_ ranking: [String], _ sameText: [String: String]) -> [String] {
        var met: Set<String> = []
        return ranking.map { sameText[$0] ?? $0 }.filter { met.insert($0).inserted }
    }
}
