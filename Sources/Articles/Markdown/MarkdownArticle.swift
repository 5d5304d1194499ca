internal import ArticleModel

/// Reads a Markdown file as one article.
///
/// Front matter has the keys of JSON Lines, and fields that it gives are not guessed. Without front matter the first
/// heading is the title, and without a heading the file is read as plain text.
struct MarkdownArticle {
    let limits: ReadingLimits

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - path: Its absolute path.
    /// - Returns: The article.
    /// - Throws: `Unreadable` where the bytes are not text or are blank, or the front matter is wrong.
    func read(_ bytes: [UInt8], path: String) throws -> Article {
        let decoded = try DecodedText(bytes)
        let text =
            decoded.text.unicodeScalars.first == "\u{FEFF}"
            ? decoded.text[decoded.text.unicodeScalars.index(after: decoded.text.startIndex)...] : decoded.text[...]
        var article = Article(id: "")
        let title: TitleStart?
        let body: Substring
        if let frontMatter = try FrontMatter(text) {
            article = try ArticleRecord(MarkdownArticle.titleAsText(frontMatter.fields), limits: limits).article
            (title, body) = (frontMatter.titleStart, frontMatter.rest.trimmed)
            if body.isEmpty, article.title.isBlank { throw Unreadable("has neither a title nor a text: give it one") }
            if article.title.isBlank { nameAfterText(body, &article) }
        } else {
            (title, body) = withoutFrontMatter(text, &article)
        }
        TextArticle(limits: limits).finish(&article, title: title, body: body, of: decoded, path: path)
        return article
    }

    /// Turns titles such as `2015` and `Yes` back into texts, whatever type YAML gives them.
    private static func titleAsText(_ fields: [RecordField]) -> [RecordField] {
        fields.filter { $0.name != "body" }.map { field in
            guard field.name == "title", case .number(let digits) = field.value else { return field }
            return RecordField(name: field.name, value: .string(digits))
        }
    }

    private func nameAfterText(_ body: Substring, _ article: inout Article) {
        if let heading = TextLines.first(40, of: body).lazy.compactMap(MarkdownArticle.heading).first {
            article.title = String(heading)
            article.provenance.append(Provenance(field: "title", rule: "heading"))
        } else if let line = TextLines.first(1, of: body).first {
            let finding = TitleFinder(offset: limits.timeZoneOffset).firstSentence(of: line)
            article.title = finding.title
            article.provenance.append(Provenance(field: "title", rule: finding.rule))
        }
    }

    private func withoutFrontMatter(
        _ text: Substring, _ article: inout Article
    ) -> (title: TitleStart?, body: Substring) {
        let reader = TextArticle(limits: limits)
        var header = TextHeader(lines: TextLines.first(40, of: text), offset: limits.timeZoneOffset)
        header.readAboveTitle()
        guard let line = header.next, let heading = MarkdownArticle.heading(line) else {
            return reader.readText(text, into: &article)
        }
        reader.setTitle(ofHeading: heading, of: &article)
        header.skip()
        header.readBelowTitle()
        return (TitleStart(index: heading.startIndex), reader.readBody(text, header, into: &article))
    }

    /// The text of a line of the form `# heading`; nil for any other line.
    private static func heading(_ line: Substring) -> Substring? {
        guard line.hasPrefix("# ") else { return nil }
        let content = line.dropFirst(2).trimmed
        let closing = content.reversed().prefix { $0 == "#" }.count
        let heading = content.dropLast(closing).trimmed
        return heading.isEmpty ? nil : heading
    }
}
