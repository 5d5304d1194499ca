package import ArticleModel
package import CivilTime

/// The fields of an article that a list of hits shows: all but the text, which would make long lists too large.
package struct ArticleSummary: Hashable, Sendable {
    /// The article's id, unique in the index.
    package var id: String
    /// The headline; empty where there is none.
    package var title: String
    /// When it was published, in the archive's local time.
    package var date: PublicationDate?
    /// The newspaper or site.
    package var source: String?
    /// The author.
    package var author: String?
    /// The article's web address.
    package var url: String?
    /// The file from which it was read.
    package var location: ArticleLocation?

    /// Creates the summary of an article.
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
