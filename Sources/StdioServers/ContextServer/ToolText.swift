import SearchClient
import SearchProtocol

/// Results as text for assistants and people, with the citation of each article.
enum ToolText {
    /// Formats the hits of a search or of `similar`.
    ///
    /// - Parameters:
    ///   - result: the hits.
    ///   - offset: the number of hits skipped.
    ///   - hasRevision: whether the next page is requested with the revision.
    /// - Returns: the text.
    static func hits(_ result: SearchResult, offset: Int, hasRevision: Bool) -> String {
        var blocks = [count(result, offset: offset)]
        blocks += result.hits.enumerated().map { place, hit in self.hit(hit, number: offset + place + 1) }
        for (facet, counts) in result.facets?.entries ?? [] {
            blocks.append("By \(facet): " + counts.map { "\($0.value.singleLine) \($0.count)" }.joined(separator: ", "))
        }
        if let suggestion = result.suggestion { blocks.append("Perhaps meant: \(suggestion.query.singleLine)") }
        let end = offset + result.hits.count
        if !result.hits.isEmpty, end < result.total.value || result.total.relation == .atLeast {
            blocks.append("For more: offset \(end)" + (hasRevision ? ", revision \(result.revision)." : "."))
        }
        return blocks.joined(separator: "\n\n")
    }

    /// Formats one article, whole or a part of it.
    static func article(_ part: ArticlePart) -> String {
        let article = part.article
        let head =
            [article.title.singleLine.nonEmpty ?? "(no title)"]
            + citation(
                source: article.source, date: article.date, author: article.author, path: article.path,
                line: article.line, url: article.url, id: article.id)
        let blocks: [String?] = [head.joined(separator: "\n"), part.note, article.body.withoutControls.nonEmpty]
        return blocks.compactMap { $0 }.joined(separator: "\n\n")
    }

    /// Formats counts over time.
    static func timeline(_ result: TimelineResult) -> String {
        var lines = [total(result.total) + ", by \(result.by.rawValue):"]
        lines += result.buckets.map { "\($0.value): \($0.count)" }
        if result.undated > 0 { lines.append("without a date: \(result.undated)") }
        return lines.joined(separator: "\n")
    }

    /// Formats suggested queries.
    static func suggestions(_ result: SuggestResult) -> String {
        guard !result.suggestions.isEmpty else { return "No suggestions." }
        return result.suggestions.map { "\($0.query.singleLine) (\($0.kind.phrase))" }.joined(separator: "\n")
    }

    private static func count(_ result: SearchResult, offset: Int) -> String {
        guard result.hits.isEmpty else { return total(result.total) + ":" }
        if result.total == SearchTotal(value: 0, relation: .exact) { return "No articles." }
        // The page lies behind the last article, or has a limit of 0.
        return total(result.total) + (offset > 0 ? ", no more after the first \(offset)." : ".")
    }

    private static func total(_ total: SearchTotal) -> String {
        let articles = total.value == 1 ? "1 article" : "\(total.value) articles"
        return total.relation == .atLeast ? "At least \(articles)" : articles
    }

    private static func hit(_ hit: SearchHit, number: Int) -> String {
        var lines = ["\(number). \(hit.title.singleLine.nonEmpty ?? "(no title)")"]
        lines += citation(
            source: hit.source, date: hit.date, author: hit.author, path: hit.path, line: hit.line, url: hit.url,
            id: hit.id)
        if let missing = hit.missing, !missing.isEmpty {
            lines.append("lacks: " + missing.map(\.singleLine).joined(separator: ", "))
        }
        if let snippet = hit.snippet?.text.singleLine.nonEmpty { lines.append("text: \(snippet)") }
        return lines.joined(separator: "\n   ")
    }

    /// The details that identify an article outside of the index.
    private static func citation(
        source: String?, date: String?, author: String?, path: String?, line: Int?, url: String?, id: String
    ) -> [String] {
        let facts: [(String, String?)] = [
            ("source", source), ("date", date), ("author", author),
            ("path", path.map { place in line.map { "\(place):\($0 + 1)" } ?? place }), ("url", url), ("id", id),
        ]
        return facts.compactMap { name, value in value?.singleLine.nonEmpty.map { "\(name): \($0)" } }
    }
}

extension String {
    /// The text, or nil where it is empty.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
