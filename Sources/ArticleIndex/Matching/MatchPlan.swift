import Xapian

/// A stage of a search in a simple form: what each document has to have, may have, and must not have.
struct MatchPlan {
    /// How many of the query's words a document has to have.
    enum Words {
        case every
        case some
        case someButNotEvery
    }

    /// Of each list a document has one term at least.
    var required: [[MatchTerm]] = []
    /// The words that may be missing; one list a word.
    var optional: [[MatchTerm]] = []
    /// What only adds to the weight.
    var bonus: [MatchTerm] = []
    /// What a document must not have.
    var excluded: [MatchTerm] = []
    /// Whether a document has one of `optional` at least.
    let hasSomeWord: Bool
    /// Whether a document lacks one of `optional` at least.
    let lacksSomeWord: Bool

    /// The words and bits for them that a plan can hold.
    static let mostWords = 60

    /// A stage of a query's plan, or nil where that asks for more than terms can say.
    init?(_ plan: QueryPlan, words: Words) {
        // Where other text binds, every word may be missing.
        hasSomeWord = words != .every && plan.bindingText.isEmpty
        lacksSomeWord = words == .someButNotEvery
        for query in plan.bindingText + plan.filters {
            guard let lists = MatchTerm.all(of: query) else { return nil }
            required += lists
        }
        for word in plan.words {
            if words == .every {
                guard let lists = MatchTerm.all(of: word.query) else { return nil }
                required += lists
            } else {
                guard let list = MatchTerm.any(of: word.query) else { return nil }
                optional.append(list)
            }
        }
        for query in plan.bonus {
            guard let terms = MatchTerm.any(of: query) else { return nil }
            bonus += terms
        }
        for query in plan.exclusions {
            guard let terms = MatchTerm.any(of: query) else { return nil }
            excluded += terms
        }
        let hasText = !plan.bindingText.isEmpty || !plan.words.isEmpty
        guard hasText, required.count + optional.count <= MatchPlan.mostWords else { return nil }
    }

    /// Every term, in a fixed order.
    var terms: [MatchTerm] { required.flatMap { $0 } + optional.flatMap { $0 } + bonus + excluded }
}
