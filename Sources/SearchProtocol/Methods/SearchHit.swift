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
    /// The line of the first match in title or body, else of the body, counted from 0; for JSON Lines that of the record.
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

extension SearchHit: JSONRecord {
    package static var blank: SearchHit { SearchHit(id: "", title: "", score: 0) }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("id", &id)
        try visitor.required("title", &title)
        try visitor.optional("date", &date)
        try visitor.optional("source", &source)
        try visitor.optional("author", &author)
        try visitor.optional("path", &path)
        try visitor.optional("url", &url)
        try visitor.optional("line", &line)
        try visitor.optional("column", &column)
        try visitor.optional("layout", &layout)
        try visitor.required("score", &score)
        try visitor.optional("missing", &missing)
        try visitor.required("titleHighlights", &titleHighlights)
        try visitor.optional("snippet", &snippet)
        try visitor.optional("explanation", &explanation)
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

extension SearchSnippet: JSONRecord {
    package static var blank: SearchSnippet { SearchSnippet(text: "") }

    package mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("text", &text)
        try visitor.required("highlights", &highlights)
    }
}
