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

extension ArticleParams: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        id = try fields.required("id")
        query = try fields.optional("query")
        try fields.end()
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("query", query)
        }
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

extension ArticleResult: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        id = try fields.required("id")
        title = try fields.required("title")
        body = try fields.required("body")
        date = try fields.optional("date")
        source = try fields.optional("source")
        author = try fields.optional("author")
        url = try fields.optional("url")
        section = try fields.optional("section")
        tags = try fields.required("tags")
        path = try fields.optional("path")
        line = try fields.optional("line")
        column = try fields.optional("column")
        layout = try fields.optional("layout")
        titleHighlights = try fields.optional("titleHighlights")
        bodyHighlights = try fields.optional("bodyHighlights")
        extra = try fields.required("extra")
        provenance = try fields.required("provenance")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("title", title)
            writer.field("body", body)
            writer.field("date", date)
            writer.field("source", source)
            writer.field("author", author)
            writer.field("url", url)
            writer.field("section", section)
            writer.field("tags", tags)
            writer.field("path", path)
            writer.field("line", line)
            writer.field("column", column)
            writer.field("layout", layout)
            writer.field("titleHighlights", titleHighlights)
            writer.field("bodyHighlights", bodyHighlights)
            writer.field("extra", extra)
            writer.field("provenance", provenance)
        }
    }
}
