package import JSON

/// The article to return.
package struct ArticleParams: Hashable, Sendable {
    /// The article's id in the index.
    package var id: String
    /// The query whose words are highlighted in the article; it may be unfinished.
    package var query: String?

    /// Creates parameters from an article's id.
    package init(id: String, query: String? = nil) {
        self.id = id
        self.query = query
    }
}

extension ArticleParams: JSONRecord {
    package static var blank: ArticleParams { ArticleParams(id: "") }
    package static var rejectsUnknownKeys: Bool { true }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("id", &id, "The id of the article")
        try visitor.optional("query", &query, "A query whose words are to be marked in the article")
    }
}

/// One whole article.
package struct ArticleResult: Sendable {
    /// The maximum number of highlights returned for a body.
    package static let mostHighlights = 1_000

    /// The article's id in the index.
    package var id: String
    /// The headline; empty where there is none.
    package var title: String
    /// The text, verbatim.
    package var body: String
    /// The publication date in ISO 8601, without a time zone.
    package var date: String?
    /// The newspaper or site.
    package var source: String?
    /// The author.
    package var author: String?
    /// The web address of the article.
    package var url: String?
    /// The newspaper's section.
    package var section: String?
    /// Free keywords.
    package var tags: [String]
    /// The absolute path of the file that it came from.
    package var path: String?
    /// The line where the body or the record begins, counted from 0.
    package var line: Int?
    /// The column in that line, counted from 0 in the negotiated encoding.
    package var column: Int?
    /// The layout of the article in the file; nil where there is no file.
    package var layout: ArticleLayout?
    /// The occurrences of the query's words in the title; nil where no query was given.
    package var titleHighlights: [Span]?
    /// The occurrences in the body, the first `mostHighlights`; nil where no query was given.
    package var bodyHighlights: [Span]?
    /// The unknown keys of the input, as given.
    package var extra: JSONEntries<JSONValue>
    /// The rule that found each field that was not given explicitly, by field.
    package var provenance: JSONEntries<String>

    /// An article.
    package init(
        id: String, title: String, body: String, date: String? = nil, source: String? = nil, author: String? = nil,
        url: String? = nil, section: String? = nil, tags: [String] = [], path: String? = nil, line: Int? = nil,
        column: Int? = nil, layout: ArticleLayout? = nil, titleHighlights: [Span]? = nil,
        bodyHighlights: [Span]? = nil, extra: JSONEntries<JSONValue> = JSONEntries(),
        provenance: JSONEntries<String> = JSONEntries()
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
        self.path = path
        self.line = line
        self.column = column
        self.layout = layout
        self.titleHighlights = titleHighlights
        self.bodyHighlights = bodyHighlights
        self.extra = extra
        self.provenance = provenance
    }
}

extension ArticleResult: JSONRecord {
    package static var blank: ArticleResult { ArticleResult(id: "", title: "", body: "") }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("id", &id)
        try visitor.required("title", &title)
        try visitor.required("body", &body)
        try visitor.optional("date", &date)
        try visitor.optional("source", &source)
        try visitor.optional("author", &author)
        try visitor.optional("url", &url)
        try visitor.optional("section", &section)
        try visitor.required("tags", &tags)
        try visitor.optional("path", &path)
        try visitor.optional("line", &line)
        try visitor.optional("column", &column)
        try visitor.optional("layout", &layout)
        try visitor.optional("titleHighlights", &titleHighlights)
        try visitor.optional("bodyHighlights", &bodyHighlights)
        try visitor.required("extra", &extra)
        try visitor.required("provenance", &provenance)
    }
}
