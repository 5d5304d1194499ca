internal import ArticleModel
internal import CivilTime

/// Reads a text file as one article: its header, its body verbatim, and the name below it.
struct TextArticle {
    let limits: ReadingLimits

    /// The number of lines that are examined above and below the title.
    private static let headerLines = 40

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - path: Its absolute path.
    /// - Returns: The article.
    /// - Throws: `Unreadable` where the bytes are not text or are blank.
    func read(_ bytes: [UInt8], path: String) throws -> Article {
        let decoded = try DecodedText(bytes)
        var article = Article(id: "")
        let (title, body) = readText(decoded.text[...], into: &article)
        finish(&article, title: title, body: body, of: decoded, path: path)
        return article
    }

    /// Finds title, date, section, source and author in a text and returns the body.
    ///
    /// - Parameters:
    ///   - text: The text; it is not blank.
    ///   - article: Where the fields go.
    /// - Returns: Where the title begins, if the body does not hold it; the body, a slice of the text.
    func readText(_ text: Substring, into article: inout Article) -> (title: TitleStart?, body: Substring) {
        var start: TitleStart?
        var header = TextHeader(
            lines: TextLines.first(TextArticle.headerLines, of: text), offset: limits.timeZoneOffset)
        header.readAboveTitle()
        let finder = TitleFinder(offset: limits.timeZoneOffset)
        if let line = header.next, let title = finder.title(line: line) {
            set(title, of: &article)
            start = TitleStart(index: line.startIndex)
            header.skip()
            header.readBelowTitle()
        } else if let line = header.next {
            set(finder.firstSentence(of: line), of: &article)
        }
        return (start, readBody(text, header, into: &article))
    }

    /// Finds the fields that the body and the header around it reveal.
    ///
    /// - Parameters:
    ///   - text: The text with its header.
    ///   - header: The header, read up to the body.
    ///   - article: Where the fields go.
    /// - Returns: The body, a slice of the text.
    func readBody(_ text: Substring, _ header: TextHeader, into article: inout Article) -> Substring {
        if let section = header.section {
            article.section = section.value
            article.provenance.append(Provenance(field: "section", rule: section.rule))
        }
        guard let lead = header.next else {
            if let date = header.date { set(date, of: &article) }
            return text[text.endIndex...]
        }
        var body = text[lead.startIndex...].trimmed
        if let source = SourceFinder().source(atStartOf: lead) {
            article.source = source.source
            article.provenance.append(Provenance(field: "source", rule: source.rule))
        }
        body = takingNamesOff(body, lead: lead, into: &article)
        if article.date == nil {
            let finder = DateFinder(offset: limits.timeZoneOffset, years: limits.years)
            if let date = header.date ?? finder.date(lead: lead, text: body) { set(date, of: &article) }
        }
        return body
    }

    /// Sets an article's body, location and id.
    func finish(
        _ article: inout Article, title: TitleStart?, body: Substring, of decoded: DecodedText, path: String
    ) {
        article.body = String(body)
        let place = decoded.place(of: body.startIndex)
        article.location = ArticleLocation(
            path: path, line: place.line, column: place.column, layout: .text, title: title?.place(in: decoded))
        if decoded.isRepaired { article.provenance.append(Provenance(field: "body", rule: "repaired-utf8")) }
        if article.id.isEmpty {
            article.id = ArticleID.hashed(article.url ?? path)
            article.provenance.append(Provenance(field: "id", rule: article.url == nil ? "from-path" : "from-url"))
        }
    }

    /// Returns the body without the lines at its end that name its author or origin, or are buttons.
    private func takingNamesOff(_ body: Substring, lead: Substring, into article: inout Article) -> Substring {
        var body = body
        for _ in 0..<6 {
            guard let line = TextLines.last(of: body), line.startIndex > lead.startIndex else { break }
            if !PageFurniture.isButtons(line) {
                switch AuthorFinder().author(lastLine: line) {
                case .author(let author, let rule) where article.author == nil:
                    article.author = author
                    article.provenance.append(Provenance(field: "author", rule: rule))
                case .source(let source, let rule) where article.source == nil:
                    article.source = source
                    article.provenance.append(Provenance(field: "source", rule: rule))
                default: return body
                }
            }
            body = body[..<line.startIndex].trimmed
        }
        return body
    }

    /// Sets an article's title from a Markdown heading, and its date from a bracket after the title.
    func setTitle(ofHeading heading: Substring, of article: inout Article) {
        let finder = TitleFinder(offset: limits.timeZoneOffset)
        let (title, date) = finder.takingDateOff(heading)
        set(TitleFinder.Finding(title: String(title), rule: "heading", date: date), of: &article)
    }

    private func set(_ finding: TitleFinder.Finding, of article: inout Article) {
        article.title = finding.title
        article.provenance.append(Provenance(field: "title", rule: finding.rule))
        if let date = finding.date { set(DateFinder.Finding(date: date, rule: "date-after-title"), of: &article) }
    }

    private func set(_ finding: DateFinder.Finding, of article: inout Article) {
        if article.date != nil { return }
        article.date = finding.date
        article.provenance.append(Provenance(field: "date", rule: finding.rule))
    }
}
