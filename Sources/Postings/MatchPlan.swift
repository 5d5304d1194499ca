/// A stage of a search in a simple form: what each document has to have, may have, and must not have.
package struct MatchPlan {
    /// How many of the query's words a document has to have.
    package enum Words {
        case every
        case some
        case someButNotEvery
    }

    /// Of each list a document has one term at least.
    package var required: [[MatchTerm]] = []
    /// The words that may be missing; one list a word.
    package var optional: [[MatchTerm]] = []
    /// What only adds to the weight.
    package var bonus: [MatchTerm] = []
    /// What a document must not have.
    package var excluded: [MatchTerm] = []
    /// Whether a document has one of `optional` at least.
    package let hasSomeWord: Bool
    /// Whether a document lacks one of `optional` at least.
    package let lacksSomeWord: Bool

    /// The words and bits for them that a plan can hold.
    package static let mostWords = 60

    /// A stage without terms.
    ///
    /// - Parameters:
    ///   - hasSomeWord: whether a document has one of `optional` at least.
    ///   - lacksSomeWord: whether a document lacks one of `optional` at least.
    package init(hasSomeWord: Bool, lacksSomeWord: Bool) {
        (self.hasSomeWord, self.lacksSomeWord) = (hasSomeWord, lacksSomeWord)
    }

    /// Every term, in a fixed order.
    package var terms: [MatchTerm] { required.flatMap { $0 } + optional.flatMap { $0 } + bonus + excluded }
}
