import ArticleModel
import QueryPlanning
import TextCoding
import Vietnamese
import Xapian

/// What was read of a match: what its hit needs, and what tells its place.
struct LoadedMatch {
    /// The article; without its text where nothing of that is shown, or where `ownedText` has it.
    let text: ArticleText
    /// The text that is shown, where it was not looked at as a whole.
    let ownedText: OwnedText?
    /// How the query's words stand together, where that was asked for.
    let proximity: ProximityScore?
    /// The words of the query that it lacks.
    let missing: [String]
}

/// Reads the texts of matches, one after another in the same memory.
final class MatchReader {
    private let database: Database
    private let proximity: Proximity?
    private let wantsSnippets: Bool
    private let stop: MatchGuard?
    /// The syllables to be sighted.
    private let sought: QuerySyllables
    /// Whether occurrences tell all that the query asks for.
    private let occurrencesSuffice: Bool
    private var titleOccurrences = QueryTermOccurrences()
    private var bodyOccurrences = QueryTermOccurrences()
    private var scratch = QueryTermOccurrences.Scratch()
    private var body = Syllables()

    /// A reader for one search.
    ///
    /// - Parameters:
    ///   - database: where the articles are.
    ///   - plan: what they are held against.
    ///   - proximity: tells how the query's words stand together.
    ///   - wantsSnippets: whether hits show some of the text.
    ///   - stop: ends the search early.
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
    ///   - isRanked: whether its proximity is asked for.
    ///   - isHit: whether it may be shown, if it is a match.
    ///   - missing: tells the words that it lacks; nil says that it is no match after all.
    /// - Returns: what was read, or nil where it is no match.
    /// - Throws: `XapianError`; what `missing` throws.
    func read(
        _ document: DocumentID, isRanked: Bool, isHit: Bool, missing: (ArticleText) throws -> [String]?
    ) throws -> LoadedMatch? {
        try stop?.check()
        guard occurrencesSuffice else { return try readWhole(document, isRanked: isRanked, missing: missing) }
        // The outer nil says that the text is damaged, the inner one that it is no match.
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
        // What is kept keeps its memory, too.
        if isShown(article) { body = Syllables() }
        return LoadedMatch(
            text: isShown(article) ? text : text.withoutBody, ownedText: nil,
            proximity: isRanked ? score(text.title) : nil, missing: missing)
    }

    /// Reads what the hit of a match shows, whose text need not be looked at.
    ///
    /// - Throws: `XapianError`.
    func readShown(_ document: DocumentID) throws -> LoadedMatch {
        try stop?.check()
        var article = try database.article(document, reading: wantsSnippets ? .text : .head)
        if !wantsSnippets, isShown(article) { article = try database.article(document, reading: .text) }
        return LoadedMatch(text: ArticleText(article), ownedText: nil, proximity: nil, missing: [])
    }

    /// The article of a match with all that is shown of it.
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

    /// Whether something of an article's text is shown, or its place in a file worked out from it.
    private func isShown(_ article: Article) -> Bool { wantsSnippets || article.location?.layout == .text }

    private func score(_ title: Syllables) -> ProximityScore? {
        guard let proximity else { return nil }
        titleOccurrences.look(for: sought, in: title)
        return proximity.score(title: titleOccurrences, body: bodyOccurrences)
    }
}
