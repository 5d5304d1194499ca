package import Vietnamese
package import Xapian

/// A query prepared for the database.
///
/// The postings find every article that may match. If they may find too many (a phrase is more than its bigrams),
/// `isExact` is false and each candidate is checked against its stored text with `ArticlePredicate`.
package struct QueryPlan {
    /// One of the words that `auto` and `any` matching may do without.
    package struct Word {
        /// The condition to check.
        let predicate: ArticlePredicate
        /// Its postings, weighted.
        package let query: Query
        /// Whether the postings contain exactly the articles that match.
        package let isExact: Bool
        /// The word as typed.
        let text: String
    }

    /// The conditions that every hit must satisfy: phrases, fields, exclusions.
    var binding: [ArticlePredicate] = []
    /// Postings of binding text (phrases, title words), weighted.
    package var bindingText: [Query] = []
    /// Postings that only filter: values and dates.
    package var filters: [Query] = []
    /// Postings of excluded articles; always exact.
    package var exclusions: [Query] = []
    /// Whether the postings of all binding parts contain exactly the articles that match.
    package var bindingIsExact = true
    /// The words that may be missing.
    package var words: [Word] = []
    /// Postings that add to the score but never decide whether an article matches.
    package var bonus: [Query] = []
    /// Whether every term that the query covers is searched; a short beginning of a word covers too many.
    package var readsEveryTerm = true
    /// The words in the order typed, in runs of neighbours: the closer together they occur, the higher an article
    /// ranks.
    package var sequence: [[TypedSyllable]] = []
    /// Whether all of `sequence` is one phrase, so that every accepted article has it.
    package var isOnePhrase = false
    /// The parts of the query to highlight.
    package var highlights = HighlightPattern()

    /// Creates a plan that asks for nothing.
    package init() {}

    /// The query for articles with every word.
    package var everyWord: Query { restricted(bindingText + words.map(\.query)) }

    /// Whether an article may lack words: at least one word, or binding text, has to remain.
    package var allowsMissing: Bool { words.count > (bindingText.isEmpty ? 1 : 0) }

    /// Whether `everyWord` needs no check against the text.
    package var everyWordIsExact: Bool { bindingIsExact && words.allSatisfy(\.isExact) }

    /// The query for articles that satisfy all binding parts and, if none of these is text, have at least one word.
    package var someWords: Query {
        guard !bindingText.isEmpty else { return restricted([.or(words.map(\.query))]) }
        return restricted([.andMaybe(.and(bindingText), .or(words.map(\.query)))])
    }

    /// All syllables that may be looked for in a text, or nil if the query asks for more than runs of syllables.
    package var querySyllables: [TypedSyllable]? {
        var syllables = Array(sequence.joined())
        let suffices = (binding + words.map(\.predicate)).allSatisfy { $0.addRuns(to: &syllables) }
        return suffices ? syllables : nil
    }

    /// Returns whether an article satisfies the binding conditions, so that it may be shown with the words that it
    /// lacks.
    ///
    /// - Throws: `XapianError` if the guard stops it.
    package func accepts(_ text: ArticleText, stop: MatchGuard? = nil) throws -> Bool {
        try binding.allSatisfy { try $0.matches(text, stop: stop) }
    }

    /// Returns the words that an article lacks, as typed.
    ///
    /// - Throws: `XapianError` if the guard stops it.
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
