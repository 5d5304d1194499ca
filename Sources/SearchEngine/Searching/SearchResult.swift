package import ArticleModel
package import Postings
package import QueryPlanning

/// The answer to a search.
package struct SearchResult: Sendable {
    /// The page of hits, in order.
    package var hits: [Hit]
    /// The total number of articles.
    package var total: Total
    /// The revision of the index from which all of this was read; it rises with every commit.
    package var revision: Int
    /// The articles of the total, counted by the requested facets; if the total is "at least", so are the counts.
    package var facets: [FacetCounts] = []
    /// The order of the hits as far as it became known, for the following pages.
    package var ranking: KeptRanking?
    /// How the query was understood, if an explanation was requested.
    package var explanation: QueryExplanation?
}

extension SearchResult {
    /// Creates a revision's answer to a query that asks for nothing.
    package init(nothingAt revision: Int) {
        self.init(hits: [], total: Total(value: 0, isExact: true), revision: revision)
    }
}

/// One article of the answer.
package struct Hit: Sendable {
    /// The fields of the article to show.
    package var article: ArticleSummary
    /// The score of the match; only comparable within one answer.
    package var score: Double
    /// The words of the query that it lacks, as typed.
    package var missing: [String]
    /// The UTF-8 ranges of matches in the title.
    package var titleHighlights: [Range<Int>]
    /// The snippet of the body that best shows why it matches; nil if none was requested or there is no body.
    package var snippet: Snippet?
    /// The line of the file with the first match, otherwise of the body, counted from 0.
    package var line: Int?
    /// The column in that line.
    package var column: TextColumn?
    /// Why the hit has its rank, if an explanation was requested.
    package var explanation: HitExplanation?
}
