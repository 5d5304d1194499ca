package import Vietnamese
package import Xapian

/// A query made ready for the database.
///
/// Xapian's part finds every article that may match; where it may find too many (a phrase is more than its bigrams),
/// `isExact` is false and each candidate is checked against its stored text with `ArticlePredicate`.
package struct QueryPlan {
    /// One of the words that `auto` and `any` matching may do without.
    package struct Word {
        /// What to look for.
        let predicate: ArticlePredicate
        /// Its postings, weighted.
        package let query: Query
        /// Whether the postings hold exactly the articles that match.
        package let isExact: Bool
        /// As typed.
        let text: String
    }

    /// What every hit has to satisfy: phrases, fields, exclusions.
    var binding: [ArticlePredicate] = []
    /// Postings of binding text (phrases, title words), weighted.
    package var bindingText: [Query] = []
    /// Postings that only filter: values and dates.
    package var filters: [Query] = []
    /// Postings of what must not be there; always exact.
    package var exclusions: [Query] = []
    /// Whether the postings of all that binds hold exactly the articles that match.
    package var bindingIsExact = true
    /// The words that may be missing.
    package var words: [Word] = []
    /// What adds to the score and never decides whether an article matches.
    package var bonus: [Query] = []
    /// Whether every term that the query stands for is searched; a short beginning of a word stands for too many.
    package var readsEveryTerm = true
    /// The words in the order typed, in runs of neighbours: what is nearer together ranks higher.
    package var sequence: [[TypedSyllable]] = []
    /// Whether all of `sequence` is one phrase, so that every article accepted has it.
    package var isOnePhrase = false
    /// What to highlight.
    package var highlights = HighlightPattern()

    /// A plan that asks for nothing.
    package init() {}

    /// The postings of articles with every word.
    package var everyWord: Query { restricted(bindingText + words.map(\.query)) }

    /// Whether an article may lack words: at least one is to be left, or text that binds.
    package var allowsMissing: Bool { words.count > (bindingText.isEmpty ? 1 : 0) }

    /// Whether `everyWord` needs no check against the text.
    package var everyWordIsExact: Bool { bindingIsExact && words.allSatisfy(\.isExact) }

    /// The postings of articles with all that binds and, where no text does, at least one word.
    package var someWords: Query {
        guard !bindingText.isEmpty else { return restricted([.or(words.map(\.query))]) }
        return restricted([.andMaybe(.and(bindingText), .or(words.map(\.query)))])
    }

    /// All syllables that may be asked for in a text, or nil where more is asked for than runs of syllables.
    package var querySyllables: [TypedSyllable]? {
        var syllables = Array(sequence.joined())
        let suffices = (binding + words.map(\.predicate)).allSatisfy { $0.addRuns(to: &syllables) }
        return suffices ? syllables : nil
    }

    /// Whether an article is to be shown, given the words that it lacks.
    ///
    /// - Throws: `XapianError` where the guard stops it.
    package func accepts(_ text: ArticleText, stop: MatchGuard? = nil) throws -> Bool {
        try binding.allSatisfy { try $0.matches(text, stop: stop) }
    }

    /// The words that an article lacks, as typed.
    ///
    /// - Throws: `XapianError` where the guard stops it.
    package func missing(from text: ArticleText, stop: MatchGuard? = nil) throws -> [String] {
        try words.filter { try !$0.predicate.matches(text, stop: stop) }.map(\.text)
    }

    private func restricted(_ required: [Query]) -> Query {
        var query = required.count > 1 ? Query.and(required) : required.first ?? .matchAll
        if !bonus.isEmpty { query = .andMaybe(query, .or(bonus)) }
        for filter in filters { query = .filter(query, by: filter) }
        if !exclusions.isEmpty { query = .andNot(query, .or(exclusions)) }
        return query
    }
}
