package import CivilTime

/// One article of an archive, as it was found: the text is never rewritten.
package struct Article: Hashable, Sendable {
    /// What names the article in the whole index; the same id again replaces the article.
    package var id: String
    /// The headline; empty where there is none.
    package var title: String
    /// The text, verbatim.
    package var body: String
    /// When it was published, in the archive's local time.
    package var date: PublicationDate?
    /// The newspaper or site.
    package var source: String?
    /// Who wrote it.
    package var author: String?
    /// Where it stands on the web.
    package var url: String?
    /// The newspaper's section.
    package var section: String?
    /// Free keywords.
    package var tags: [String]
    /// What the input held beyond the known keys, by name: kept and shown, not searched.
    package var extra: [ExtraField]
    /// The file that it came from.
    package var location: ArticleLocation?
    /// Which rule found each field that was not simply given.
    package var provenance: [Provenance]

    /// An article; only `id` and one of `title` and `body` have to say something.
    package init(
        id: String,
        title: String = "",
        body: String = "",
        date: PublicationDate? = nil,
        source: String? = nil,
        author: String? = nil,
        url: String? = nil,
        section: String? = nil,
        tags: [String] = [],
        extra: [ExtraField] = [],
        location: ArticleLocation? = nil,
        provenance: [Provenance] = []
    ) {
        self.id = id
        self.title = title
        self.body = body
        self.date = date
        self.source = source
        self.author = author
        self.url = url
        self.section = section
        self.tags = tags
        self.extra = extra
        self.location = location
        self.provenance = provenance
    }
}

/// A key of the input that the index does not know.
package struct ExtraField: Hashable, Sendable {
    /// The key, as written.
    package var name: String
    /// The value as JSON text, so that any shape survives.
    package var json: String

    /// A field with its value as JSON text.
    package init(name: String, json: String) {
        self.name = name
        self.json = json
    }
}
