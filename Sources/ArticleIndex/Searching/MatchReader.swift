import ArticleModel
import Vietnamese
import Xapian

/// What was read of a match: what its hit needs, and what tells its place.
struct ReadMatch {
    /// The article; without its text where nothing of that is shown.
    let text: ArticleText
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
    private let readsValues: Bool
    private let stop: MatchGuard?
    private var body = Syllables()

    /// A reader for one search.
    ///
    /// - Parameters:
    ///   - database: where the articles are.
    ///   - proximity: tells how the query's words stand together.
    ///   - wantsSnippets: whether hits show some of the text.
    ///   - readsValues: whether what tells the missing words needs the text as a string.
    ///   - stop: ends the search early.
    init(_ database: Database, proximity: Proximity?, wantsSnippets: Bool, readsValues: Bool, stop: MatchGuard?) {
        (self.database, self.proximity, self.stop) = (database, proximity, stop)
        (self.wantsSnippets, self.readsValues) = (wantsSnippets, readsValues)
    }

    /// Reads a match's text.
    ///
    /// - Parameters:
    ///   - document: the match.
    ///   - isRanked: whether its proximity is asked for.
    ///   - missing: tells the words that it lacks; nil says that it is no match after all.
    /// - Returns: what was read, or nil where it is no match.
    /// - Throws: `XapianError`; what `missing` throws.
    func read(
        _ document: DocumentID, isRanked: Bool, missing: (ArticleText) throws -> [String]?
    ) throws -> ReadMatch? {
        try stop?.check()
        return try database.lendText(of: document) { head, bytes in
            body.scan(bytes)
            var article = head
            let isShown = wantsSnippets || head.location?.layout == .text
            if isShown || readsValues { article.body = String(decoding: bytes, as: UTF8.self) }
            let text = ArticleText(article, title: Syllables(article.title), body: body)
            guard let missing = try missing(text) else { return ReadMatch?.none }
            // What is kept keeps its memory, too.
            if isShown { body = Syllables() }
            return ReadMatch(
                text: isShown ? text : text.withoutBody, proximity: isRanked ? proximity?.score(text) : nil,
                missing: missing)
        }
    }

    /// Reads what the hit of a match shows, whose text need not be looked at.
    ///
    /// - Throws: `XapianError`.
    func readHead(_ document: DocumentID) throws -> ReadMatch? {
        let article = wantsSnippets ? nil : try database.article(document, reading: .head)
        guard let article, article.location?.layout != .text else {
            return try read(document, isRanked: false) { _ in [] }
        }
        try stop?.check()
        return ReadMatch(text: ArticleText(article), proximity: nil, missing: [])
    }
}
