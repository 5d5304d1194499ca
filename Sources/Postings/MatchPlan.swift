/// A stage of a search in a simple form: what each document must have, may have, and must not have.
package struct MatchPlan {
    /// How many of the query's words a document must have.
    package enum Words {
        case every
        case some
        case someButNotEvery
    }

    /// Lists of terms; a document must have at least one term of each list.
    package var required: [[MatchTerm]] = []
    /// The words that may be missing, as one list of terms per word.
    package var optional: [[MatchTerm]] = []
    /// The terms that only add to the weight.
    package var bonus: [MatchTerm] = []
    /// The terms that a document must not have.
    package var excluded: [MatchTerm] = []
    /// Whether a document must have at least one of `optional`.
    package let hasSomeWord: Bool
    /// Whether a document must lack at least one of `optional`.
    package let lacksSomeWord: Bool

    /// The maximum number of words, each of which takes one bit, that a plan can hold.
    package static let mostWords = 60

    /// Creates a stage without terms.
    ///
    /// - Parameters:
    ///   - hasSomeWord: whether a document must have at least one of `optional`.
    ///   - lacksSomeWord: whether a document must lack at least one of `optional`.
    package init(hasSomeWord: Bool, lacksSomeWord: Bool) {
        (self.hasSomeWord, self.lacksSomeWord) = (hasSomeWord, lacksSomeWord)
    }

    /// All terms, in a fixed order.
    package var terms: [MatchTerm] { required.flatMap { $0 } + optional.flatMap { $0 } + bonus + excluded }
}
