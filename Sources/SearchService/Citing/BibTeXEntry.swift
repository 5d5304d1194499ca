import Vietnamese

/// A citation as a BibTeX entry, in UTF-8.
struct BibTeXEntry {
    private let citation: Citation

    init(_ citation: Citation) { self.citation = citation }

    /// The entry, without a newline at its end.
    var text: String {
        var fields: [(String, String)] = []
        // Double braces keep names whole: the family name comes first, without a comma after it.
        if let author = citation.author { fields.append(("author", "{\(escaped(author))}")) }
        fields.append(("title", "{\(escaped(citation.title))}"))
        if let source = citation.source { fields.append(("journal", escaped(source))) }
        if let day = citation.day {
            fields.append(("year", "\(day.year)"))
            fields.append(("month", "\(day.month)"))
            fields.append(("date", day.description))
        }
        if let url = citation.url { fields.append(("url", url.filter { $0 != "{" && $0 != "}" })) }
        let lines = fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n")
        return "@article{\(key),\n\(lines)\n}"
    }

    /// The entry's key: author or source, year and the title's first words, without marks: `honghanh2015thanhuyha`.
    private var key: String {
        func words(_ text: String?, _ count: Int) -> String {
            let syllables = fold(text ?? "").split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
            return syllables.prefix(count).joined()
        }
        let name = words(citation.author ?? citation.source, 3)
        let key = name + (citation.day.map { "\($0.year)" } ?? "") + words(citation.title, 3)
        return key.isEmpty ? "article" : key
    }

    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "\\": escaped += "\\textbackslash{}"
            case "~": escaped += "\\textasciitilde{}"
            case "^": escaped += "\\textasciicircum{}"
            case "{", "}", "$", "&", "#", "_", "%": escaped += "\\\(character)"
            default: escaped.append(character)
            }
        }
    }
}
