import ArticleModel
import CivilTime
import SearchProtocol

/// The parts of an article's citation, each on one line; missing parts are left out.
struct Citation {
    let id: String
    let title: String
    let author: String?
    let source: String?
    let day: Day?
    let url: String?

    init(_ article: Article) {
        func line(_ text: String?) -> String? {
            let words = (text ?? "").split { $0.isWhitespace || $0.isNewline }
            return words.isEmpty ? nil : words.joined(separator: " ")
        }
        id = article.id
        // An article without a title is cited by the beginning of its text.
        title = line(article.title) ?? line(String(article.body.prefix(80))) ?? article.id
        author = line(article.author)
        source = line(article.source)
        day = article.date?.day
        url = line(article.url)
    }

    /// The citation in a format.
    func text(_ format: CitationFormat) -> String {
        switch format {
        case .plain: line(title: "“\(title)”", source: source, showsURL: true)
        case .markdown:
            line(
                title: url.map { "[\(escapedForMarkdown(title))](<\(encoded($0))>)" }
                    ?? "“\(escapedForMarkdown(title))”",
                source: source.map { "*\(escapedForMarkdown($0))*" }, escaping: escapedForMarkdown)
        case .org:
            line(
                title: url.map { "[[\(escapedForOrg($0))][\(bracketless(title))]]" } ?? "“\(title)”",
                source: source.map { "/\($0)/" })
        case .bibtex: BibTeXEntry(self).text
        }
    }

    /// Author, title, source, day as `19/3/2015`, and the address where it is not in the title already.
    private func line(
        title: String, source: String?, showsURL: Bool = false, escaping: (String) -> String = { $0 }
    ) -> String {
        let parts = [
            author.map(escaping), title, source, day.map { "\($0.day)/\($0.month)/\($0.year)" }, showsURL ? url : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    private func escapedForMarkdown(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            if "\\`*_[]<>".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
    }

    /// Encodes an address so that it cannot close the brackets around it.
    private func encoded(_ url: String) -> String {
        url.reduce(into: "") { $0 += $1 == "<" ? "%3C" : $1 == ">" ? "%3E" : $1 == " " ? "%20" : String($1) }
    }

    private func escapedForOrg(_ url: String) -> String {
        url.reduce(into: "") { $0 += $1 == "[" ? "%5B" : $1 == "]" ? "%5D" : String($1) }
    }

    /// Removes brackets, which would close the description of an Org link.
    private func bracketless(_ text: String) -> String {
        String(text.map { $0 == "[" ? "(" : $0 == "]" ? ")" : $0 })
    }
}
