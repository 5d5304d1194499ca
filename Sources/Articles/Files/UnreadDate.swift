package import ArticleModel
internal import JSON

/// The date of an article that was given but could not be read; the article is indexed without it.
package struct UnreadDate: Hashable, Sendable {
    /// The absolute path, or `-` for standard input.
    package var path: String
    /// The line, counted from 0, or nil where the whole file is the article.
    package var line: Int?
    /// The value as it was given: a text, or the JSON of another value.
    package var value: String

    /// The date of an article.
    package init(path: String, line: Int? = nil, value: String) {
        self.path = path
        self.line = line
        self.value = value
    }
}

extension Article {
    /// The date that was given for the article but could not be read, as it was given; nil where there is none.
    package var unreadDate: String? {
        guard provenance.contains(Provenance(field: "date", rule: ArticleRecord.unreadableRule)),
            let field = extra.first(where: { $0.name == "date" })
        else { return nil }
        return (try? JSONValue(parsing: Array(field.json.utf8)))?.string ?? field.json
    }
}
