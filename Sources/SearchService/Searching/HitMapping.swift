import ArticleModel
import JSON
import SearchEngine
import SearchProtocol

extension SearchHit {
    /// Converts a hit to the protocol's form, with positions in the negotiated encoding.
    init(_ hit: Hit, encoding: PositionEncoding) {
        let article = hit.article
        self.init(
            id: article.id, title: article.title, date: article.date?.description, source: article.source,
            author: article.author, path: article.location?.path, url: article.url, line: hit.line,
            column: hit.column.map { encoding.offset(of: $0) },
            layout: article.location.map { ArticleLayout($0.layout) },
            score: hit.score, missing: hit.missing.isEmpty ? nil : hit.missing,
            titleHighlights: encoding.spans(ofBytes: hit.titleHighlights, in: article.title),
            snippet: hit.snippet.map { snippet in
                SearchSnippet(
                    text: snippet.text, highlights: encoding.spans(ofBytes: snippet.highlights, in: snippet.text))
            },
            explanation: hit.explanation.map { ExplainedHit($0) })
    }
}

extension [SearchHit] {
    /// Converts hits to the protocol's form, unless the task is cancelled.
    ///
    /// - Throws: `ProtocolError` with -32800 when the task is cancelled.
    init(_ hits: [Hit], encoding: PositionEncoding) throws(ProtocolError) {
        self = []
        reserveCapacity(hits.count)
        for (number, hit) in hits.enumerated() {
            if number % 64 == 0, Task.isCancelled { throw ProtocolError(SearchError.cancelled) }
            append(SearchHit(hit, encoding: encoding))
        }
    }
}

extension ArticleResult {
    /// Converts a whole article to the protocol's form, with its position in the negotiated encoding.
    init(_ article: Article, encoding: PositionEncoding) {
        self.init(
            id: article.id, title: article.title, body: article.body, date: article.date?.description,
            source: article.source, author: article.author, url: article.url, section: article.section,
            tags: article.tags, path: article.location?.path, line: article.location?.line,
            column: (article.location?.column).map(encoding.offset),
            layout: article.location.map { ArticleLayout($0.layout) },
            extra: JSONEntries(
                article.extra.compactMap { field in
                    (try? JSONValue(parsing: Array(field.json.utf8))).map { (key: field.name, value: $0) }
                }),
            provenance: JSONEntries(article.provenance.map { (key: $0.field, value: $0.rule) }))
    }
}

extension ArticleLayout {
    /// Converts a layout to the protocol's form.
    init(_ layout: ArticleLocation.Layout) {
        switch layout {
        case .text: self = .text
        case .record: self = .record
        }
    }
}

extension PositionEncoding {
    /// The offset in a line, counted in this encoding.
    func offset(of column: TextColumn) -> Int {
        switch self {
        case .utf8: column.utf8
        case .utf16: column.utf16
        case .utf32: column.utf32
        }
    }
}
