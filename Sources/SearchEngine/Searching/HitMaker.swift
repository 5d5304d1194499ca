import ArticleModel
import QueryPlanning
import Vietnamese
import Xapian

/// Makes hits from matches: what to show of an article, and where.
struct HitMaker {
    let plan: QueryPlan
    let wantsSnippets: Bool
    let wantsExplanation: Bool
    /// A guard that ends the work early.
    let stop: MatchGuard?

    /// Returns the hit for one article.
    ///
    /// - Throws: `XapianError` if the guard stops it.
    func hit(_ entry: RankedPage.Entry, _ text: ArticleText, missing: [String]) throws(XapianError) -> Hit {
        let article = text.article
        let titleMarks = try plan.highlights.marks(in: text.title, isTitle: true, stop: stop)
        // A record's location is that of the whole record, so if no text is shown, nothing has to be found in it.
        let isBodyShown = wantsSnippets || article.location?.layout == .text
        let bodyMarks = isBodyShown ? try plan.highlights.marks(in: text.body, isTitle: false, stop: stop) : []
        var title = article.title
        let titleRanges = title.withUTF8 { bytes in
            text.title.ranges(of: titleMarks, in: 0..<text.title.count, text: bytes)
        }
        let snippet =
            wantsSnippets ? SnippetMaker.snippet(of: article.body, syllables: text.body, marks: bodyMarks) : nil
        let place =
            HitMaker.place(of: titleRanges.first?.lowerBound, titleMarks, bodyMarks, in: article)
            ?? HitMaker.place(
                of: bodyMarks.firstIndex { $0 != 0 }.map { text.body.range(at: $0).lowerBound } ?? 0, in: article)
        return Hit(
            article: ArticleSummary(article), score: entry.score, missing: missing, titleHighlights: titleRanges,
            snippet: snippet, line: place?.line, column: place?.column,
            explanation: wantsExplanation
                ? HitExplanation(terms: [], weight: entry.weight, share: entry.share, proximity: entry.proximity) : nil)
    }

    /// Returns the line and column in the article's file for a byte offset in its title, if the title is where to look:
    /// it stands before the body, and holds every part of the query that the body holds.
    private static func place(
        of offset: Int?, _ titleMarks: [UInt64], _ bodyMarks: [UInt64], in article: Article
    ) -> (line: Int, column: TextColumn)? {
        guard let offset, let title = article.location?.title else { return nil }
        let inTitle = titleMarks.reduce(0, |)
        guard bodyMarks.allSatisfy({ $0 & ~inTitle == 0 }) else { return nil }
        var column = title.column
        if title.isVerbatim { column.advance(over: Substring(article.title.utf8.prefix(offset))) }
        return (title.line, column)
    }

    /// Returns the line and column in the article's file for a byte offset in its body.
    private static func place(of offset: Int, in article: Article) -> (line: Int, column: TextColumn)? {
        guard let location = article.location else { return nil }
        guard location.layout == .text else { return (location.line, .start) }
        var (line, column) = (location.line, location.column)
        let before = article.body.utf8.prefix(offset)
        let newlines = before.count { $0 == 0x0A }
        if newlines > 0 { (line, column) = (line + newlines, .start) }
        let lineStart = before.lastIndex(of: 0x0A).map(before.index(after:)) ?? before.startIndex
        column.advance(over: Substring(before[lineStart...]))
        return (line, column)
    }
}
