package import ArticleModel
package import CivilTime

/// What a list of hits shows of an article: all but its text, of which a long list would hold too much.
package struct ArticleSummary: Hashable, Sendable {
    /// What names the article in the whole index.
    package var id: String
    /// The headline; empty where there is none.
    package var title: String
    /// When it was published, in the archive's local time.
    package var date: PublicationDate?
    /// The newspaper or site.
    package var source: String?
    /// Who wrote it.
    package var author: String?
    /// Where it stands on the web.
    package var url: String?
    /// The file that it came from.
    package var location: ArticleLocation?

    /// What is shown of an article.
    package init(_ article: Article) {
        id = article.id
        title = article.title
        date = article.date
        source = article.source
        author = article.author
        url = article.url
        location = article.location
    }
}
