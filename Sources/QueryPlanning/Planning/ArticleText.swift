package import ArticleModel
package import TextCoding
package import Vietnamese

/// An article ready to be held against a query: with its syllables, or with where those of the query stand.
package struct ArticleText {
    package let article: Article
    package let title: Syllables
    /// All syllables of the text; none where only occurrences are known.
    package let body: Syllables
    private let occurrences: QueryTermOccurrences?

    /// An article with all its syllables.
    package init(_ article: Article) {
        self.init(article, title: Syllables(article.title), body: Syllables(article.body))
    }

    /// An article whose syllables are known.
    package init(_ article: Article, title: Syllables, body: Syllables) {
        (self.article, self.title, self.body) = (article, title, body)
        occurrences = nil
    }

    /// An article without its text, and where that has all syllables that the query will ask for.
    package init(_ article: Article, title: Syllables, occurrences: QueryTermOccurrences) {
        (self.article, self.title, self.occurrences) = (article, title, occurrences)
        body = Syllables()
    }

    /// The same without the text, of which a hit may show nothing.
    package var withoutBody: ArticleText { ArticleText(article, title: title, body: Syllables()) }

    /// Whether the text has a run of typed syllables.
    func bodyHolds(_ run: [TypedSyllable]) -> Bool {
        occurrences?.holdsRun(of: run) ?? (body.firstRun(of: run) != nil)
    }
}
