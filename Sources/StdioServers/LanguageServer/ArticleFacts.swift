import SearchClient
import SearchProtocol

/// The metadata of an article.
enum ArticleFacts {
    /// Date, source, author and address on one line, as far as they are known.
    static func line(of article: ArticleResult) -> String {
        [article.date, article.source, article.author, article.url].compactMap { $0?.singleLine }
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// A short card in Markdown: the title and the metadata.
    static func card(of article: ArticleResult) -> String {
        let title = article.title.isEmpty ? article.id : article.title
        let tags = article.tags.isEmpty ? nil : article.tags.joined(separator: ", ")
        let place = article.path.map { "\($0):\((article.line ?? 0) + 1)" }
        let facts: [(String, String?)] = [
            ("date", article.date), ("source", article.source), ("author", article.author),
            ("section", article.section), ("tags", tags), ("url", article.url), ("path", place), ("id", article.id),
        ]
        let lines = facts.compactMap { name, value in value.map { "- \(name): \(escaped($0.singleLine))" } }
        return "**\(escaped(title.singleLine))**\n\n" + lines.joined(separator: "\n")
    }

    /// A text with Markdown's special characters escaped.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\`*_{}[]<>#|~&".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
