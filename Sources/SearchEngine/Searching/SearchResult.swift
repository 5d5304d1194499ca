package import ArticleModel
package import Postings
package import QueryPlanning

/// The answer to a search.
package struct SearchResult: Sendable {
    /// The page of hits, in order.
    package var hits: [Hit]
    /// How many articles there are in all.
    package var total: Total
    /// The index's revision that all of this was read from; it rises with every commit.
    package var revision: Int
    /// The articles of the total counted by the facets asked for; where the total is "at least", so are the counts.
    package var facets: [FacetCounts] = []
    /// The order of the hits as far as it became known, for the pages that follow.
    package var ranking: KeptRanking?
    /// What the query was understood as, where that was asked for.
    package var explanation: QueryExplanation?
}

extension SearchResult {
    /// The answer of a revision to a query that asks for nothing.
    package init(nothingAt revision: Int) {
        self.init(hits: [], total: Total(value: 0, isExact: true), revision: revision)
    }
}

/// One article of the answer.
package struct Hit: Sendable {
    /// What is shown of the article.
    package var article: ArticleSummary
    /// How well it matches; only comparable within one answer.
    package var score: Double
    /// The words of the query that it lacks, as typed.
    package var missing: [String]
    /// UTF-8 ranges of the title that match.
    package var titleHighlights: [Range<Int>]
    /// The piece of the body that shows best why it matches; nil where none was wanted or there is no body.
    package var snippet: Snippet?
    /// The line of the file with the first match, else with the body, counted from 0.
    package var line: Int?
    /// The place in that line.
    package var column: TextColumn?
    /// Why it stands where it does, where that was asked for.
    package var explanation: HitExplanation?
}
