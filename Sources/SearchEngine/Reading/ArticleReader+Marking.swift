package import ArticleModel
import QueryLanguage
import QueryPlanning
import Vietnamese
import Xapian

/// An article with the occurrences of a query's words.
package struct MarkedArticle: Sendable {
    /// The article.
    package var article: Article
    /// The UTF-8 ranges of matches in the title.
    package var titleHighlights: [Range<Int>]
    /// The UTF-8 ranges of matches in the body.
    package var bodyHighlights: [Range<Int>]

    /// Creates an article with these ranges marked.
    package init(article: Article, titleHighlights: [Range<Int>] = [], bodyHighlights: [Range<Int>] = []) {
        (self.article, self.titleHighlights, self.bodyHighlights) = (article, titleHighlights, bodyHighlights)
    }
}

extension ArticleReader {
    /// Returns the article with this id, with a query's words marked, or nil.
    ///
    /// A query that cannot be parsed is treated as one that is still being typed; if that fails too, nothing is marked.
    /// O(*n*) in the article's text.
    ///
    /// - Parameters:
    ///   - id: the article's id.
    ///   - query: the query.
    ///   - stop: ends the work early when it is cancelled or its time is up.
    /// - Returns: the article with its marks.
    /// - Throws: `SearchError`.
    package func article(
        id: String, marking query: String, stop: MatchGuard? = nil
    ) throws(SearchError) -> MarkedArticle? {
        guard let article = try article(id: id, stop: stop) else { return nil }
        return try reading(stop: stop) { database, _ in
            var marked = MarkedArticle(article: article)
            guard let plan = try ArticleReader.plan(of: query, database, stop: stop) else { return marked }
            marked.titleHighlights = try plan.highlights.ranges(in: article.title, isTitle: true, stop: stop)
            marked.bodyHighlights = try plan.highlights.ranges(in: article.body, isTitle: false, stop: stop)
            return marked
        }
    }

    private static func plan(of query: String, _ database: Database, stop: MatchGuard?) throws -> QueryPlan? {
        for isTyping in [false, true] {
            do {
                let tree = try Searcher.parser.parse(query, asYouType: isTyping)
                var planner = QueryPlanner(text: query, database: database, stop: stop)
                return try planner.plan(tree, published: .always)
            } catch is QueryError {
                continue
            }
        }
        return nil
    }
}

extension HighlightPattern {
    /// Returns the UTF-8 ranges of a text that match.
    fileprivate func ranges(
        in text: String, isTitle: Bool, stop: MatchGuard?
    ) throws(XapianError) -> [Range<Int>] {
        var text = text
        let syllables = Syllables(text)
        let marks = try marks(in: syllables, isTitle: isTitle, stop: stop)
        return text.withUTF8 { bytes in syllables.ranges(of: marks, in: 0..<syllables.count, text: bytes) }
    }
}
