import ArticleModel
import QueryPlanning
import TextCoding
import Vietnamese
import Xapian

/// The data read of a match: what its hit needs, and what determines its rank.
struct LoadedMatch {
    /// The article; without its text if no text is shown, or if `ownedText` has it.
    let text: ArticleText
    /// The text to show, if it was not scanned as a whole.
    let ownedText: OwnedText?
    /// The proximity of the query's words, if it was requested.
    let proximity: ProximityScore?
    /// The words of the query that the article lacks.
    let missing: [String]
}

/// Reads the texts of matches, one after another in the same memory.
final class MatchReader {
    private let database: Database
    private let proximity: Proximity?
    private let wantsSnippets: Bool
    private let stop: MatchGuard?
    /// The syllables to find.
    private let sought: QuerySyllables
    /// Whether occurrences suffice to evaluate the whole query.
    private let occurrencesSuffice: Bool
    private var titleOccurrences = QueryTermOccurrences()
    private var bodyOccurrences = QueryTermOccurrences()
    private var scratch = QueryTermOccurrences.Scratch()
    private var body = Syllables()

    /// Creates a reader for one search.
    ///
    /// - Parameters:
    ///   - database: the database of the articles.
    ///   - plan: the plan against which they are checked.
    ///   - proximity: scores how the query's words occur together.
    ///   - wantsSnippets: whether hits show some of the text.
    ///   - stop: a guard that ends the search early.
    init(_ database: Database, plan: QueryPlan, proximity: Proximity?, wantsSnippets: Bool, stop: MatchGuard?) {
        (self.database, self.proximity, self.wantsSnippets, self.stop) = (database, proximity, wantsSnippets, stop)
        let syllables = plan.querySyllables
        occurrencesSuffice = syllables != nil
        sought = QuerySyllables(syllables ?? proximity?.syllables ?? [])
    }

    /// Reads a match's text.
    ///
    /// - Parameters:
    ///   - document: the match.
    ///   - isRanked: whether its proximity is needed.
    ///   - isHit: whether it may be shown, if it is a match.
    ///   - missing: returns the words that it lacks, or nil if it is not a match after all.
    /// - Returns: the data read, or nil if it is not a match.
    /// - Throws: `XapianError`; what `missing` throws.
    func read(
        _ document: DocumentID, isRanked: Bool, isHit: Bool, missing: (ArticleText) throws -> [String]?
    ) throws -> LoadedMatch? {
        try stop?.check()
        guard occurrencesSuffice else { return try readWhole(document, isRanked: isRanked, missing: missing) }
        // The outer nil means that the text is damaged, the inner one that it is not a match.
        return try database.lendText(of: document) { article, lent -> LoadedMatch?? in
            guard lent.look(for: sought, &bodyOccurrences, by: &scratch) else { return nil }
            let text = ArticleText(article, title: Syllables(article.title), occurrences: bodyOccurrences)
            guard let missing = try missing(text) else { return .some(nil) }
            return LoadedMatch(
                text: text.withoutBody, ownedText: isHit && isShown(article) ? lent.owned : nil,
                proximity: isRanked ? score(text.title) : nil, missing: missing)
        }
    }

    private func readWhole(
        _ document: DocumentID, isRanked: Bool, missing: (ArticleText) throws -> [String]?
    ) throws -> LoadedMatch? {
        let article = try database.article(document, reading: .text)
        body.scan(article.body)
        let text = ArticleText(article, title: Syllables(article.title), body: body)
        guard let missing = try missing(text) else { return nil }
        if isRanked { bodyOccurrences.look(for: sought, in: body) }
        // An article that is kept keeps its memory, too.
        if isShown(article) { body = Syllables() }
        return LoadedMatch(
            text: isShown(article) ? text : text.withoutBody, ownedText: nil,
            proximity: isRanked ? score(text.title) : nil, missing: missing)
    }

    /// Reads what the hit of a match shows, if its text does not have to be scanned.
    ///
    /// - Throws: `XapianError`.
    func readShown(_ document: DocumentID) throws -> LoadedMatch {
        try stop?.check()
        var article = try database.article(document, reading: wantsSnippets ? .text : .head)
        if !wantsSnippets, isShown(article) { article = try database.article(document, reading: .text) }
        return LoadedMatch(text: ArticleText(article), ownedText: nil, proximity: nil, missing: [])
    }

    /// Returns the article of a match with everything that is shown of it.
    ///
    /// - Throws: `XapianError`.
    func shown(_ match: LoadedMatch, _ document: DocumentID) throws -> ArticleText {
        guard let ownedText = match.ownedText else { return match.text }
        guard let string = ownedText.string else { throw Database.unreadable(document) }
        try stop?.check()
        var article = match.text.article
        article.body = string
        body.scan(string)
        return ArticleText(article, title: match.text.title, body: body)
    }

    /// Returns whether some of an article's text is shown, or its location in a file is computed from the text.
    private func isShown(_ article: Article) -> Bool { wantsSnippets || article.location?.layout == .text }

    private func score(_ title: Syllables) -> ProximityScore? {
        guard let proximity else { return nil }
        titleOccurrences.look(for: sought, in: title)
        return proximity.score(title: titleOccurrences, body: bodyOccurrences)
    }
}
