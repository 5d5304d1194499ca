package import ArticleModel
package import TextCoding
package import Vietnamese

/// An article prepared for evaluating a query: with its syllables, or with the occurrences of the query's syllables.
package struct ArticleText {
    package let article: Article
    package let title: Syllables
    /// All syllables of the text; empty if only occurrences are known.
    package let body: Syllables
    private let occurrences: QueryTermOccurrences?

    /// Creates an article with all its syllables.
    package init(_ article: Article) {
        self.init(article, title: Syllables(article.title), body: Syllables(article.body))
    }

    /// Creates an article whose syllables are known.
    package init(_ article: Article, title: Syllables, body: Syllables) {
        (self.article, self.title, self.body) = (article, title, body)
        occurrences = nil
    }

    /// Creates an article without its text but with the occurrences of all syllables that the query needs.
    package init(_ article: Article, title: Syllables, occurrences: QueryTermOccurrences) {
        (self.article, self.title, self.occurrences) = (article, title, occurrences)
        body = Syllables()
    }

    /// A copy without the text, for a hit that may show none of it.
    package var withoutBody: ArticleText { ArticleText(article, title: title, body: Syllables()) }

    /// Returns whether the text has a run of typed syllables.
    func bodyHolds(_ run: [TypedSyllable]) -> Bool {
        occurrences?.holdsRun(of: run) ?? (body.firstRun(of: run) != nil)
    }
}
