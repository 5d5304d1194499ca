package import JSON

/// One article that a search found.
package struct SearchHit: Hashable, Sendable {
    /// The article's id in the index.
    package var id: String
    /// The headline; empty where there is none.
    package var title: String
    /// The publication date in ISO 8601, without a time zone.
    package var date: String?
    /// The newspaper or site.
    package var source: String?
    /// The author.
    package var author: String?
    /// The absolute path of the file that it came from.
    package var path: String?
    /// The web address of the article.
    package var url: String?
    /// The line of the first match, else of the body, counted from 0; for JSON Lines that of the record.
    package var line: Int?
    /// The column in that line, counted from 0 in the negotiated encoding.
    package var column: Int?
    /// Whether the line and column are a position in the text itself; nil where there is no file.
    package var layout: ArticleLayout?
    /// The score; comparable within one search only.
    package var score: Double
    /// The words of the query that it lacks.
    package var missing: [String]?
    /// The occurrences of the query's words in the title.
    package var titleHighlights: [Span]
    /// A snippet of the text around the match.
    package var snippet: SearchSnippet?
    /// The explanation of its rank, where that was requested.
    package var explanation: ExplainedHit?

    /// Creates a hit.
    package init(
        id: String, title: String, date: String? = nil, source: String? = nil, author: String? = nil,
        path: String? = nil, url: String? = nil, line: Int? = nil, column: Int? = nil, layout: ArticleLayout? = nil,
        score: Double, missing: [String]? = nil, titleHighlights: [Span] = [], snippet: SearchSnippet? = nil,
        explanation: ExplainedHit? = nil
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.source = source
        self.author = author
        self.path = path
        self.url = url
        self.line = line
        self.column = column
        self.layout = layout
        self.score = score
        self.missing = missing
        self.titleHighlights = titleHighlights
        self.snippet = snippet
        self.explanation = explanation
    }
}

extension SearchHit: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        id = try fields.required("id")
        title = try fields.required("title")
        date = try fields.optional("date")
        source = try fields.optional("source")
        author = try fields.optional("author")
        path = try fields.optional("path")
        url = try fields.optional("url")
        line = try fields.optional("line")
        column = try fields.optional("column")
        layout = try fields.optional("layout")
        score = try fields.required("score")
        missing = try fields.optional("missing")
        titleHighlights = try fields.required("titleHighlights")
        snippet = try fields.optional("snippet")
        explanation = try fields.optional("explanation")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("title", title)
            writer.field("date", date)
            writer.field("source", source)
            writer.field("author", author)
            writer.field("path", path)
            writer.field("url", url)
            writer.field("line", line)
            writer.field("column", column)
            writer.field("layout", layout)
            writer.field("score", score)
            writer.field("missing", missing)
            writer.field("titleHighlights", titleHighlights)
            writer.field("snippet", snippet)
            writer.field("explanation", explanation)
        }
    }
}

/// The layout of an article in its file, which decides whether a client should open the file or the article itself.
package enum ArticleLayout: String, CaseIterable, Sendable, JSONReadable, JSONWritable {
    /// The body is in the file verbatim: line and column are the position of the match in it.
    case text
    /// The file has the article as a record, alone or among others: line is where that begins.
    case record
}

/// A snippet of an article's text.
package struct SearchSnippet: Hashable, Sendable {
    /// The text of the snippet.
    package var text: String
    /// The occurrences of the query's words in it.
    package var highlights: [Span]

    /// Creates a snippet from a text with its highlights.
    package init(
        text: String, highlights: [Span] = []
    ) {
        self.text = text
        self.highlights = highlights
    }
}

extension SearchSnippet: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        var fields = try JSONFields(json)
        text = try fields.required("text")
        highlights = try fields.required("highlights")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("text", text)
            writer.field("highlights", highlights)
        }
    }
}
