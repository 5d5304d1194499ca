import SearchProtocol

/// Formats explanations for people.
enum Explanation {
    /// The maximum number of a hit's terms that are shown; the rest is summed up.
    private static let shownTerms = 8

    /// The parsed tree, and a table of the terms that have a weight.
    static func lines(of query: ExplainedQuery, _ style: Style) -> [UInt8] {
        var lines = ["query: \(query.tree.singleLine)", ""]
        let names = query.terms.map { $0.term.singleLine + ($0.anyReading ? " (any reading)" : "") }
        let width = names.map(\.count).max() ?? 0
        let kinds = query.terms.map(\.kind.count).max() ?? 0
        for (name, term) in zip(names, query.terms) {
            let row = [
                padded(name, width), padded(term.kind, kinds), aligned(counted(term.articles, "article"), 17),
                "x \(number(term.factor, 2))",
            ]
            lines.append("  " + row.joined(separator: "  "))
        }
        if query.hasMoreTerms { lines.append("  and more") }
        return Array((lines + [""]).map { style.faint($0) + "\n" }.joined().utf8)
    }

    /// The components of a hit's score.
    static func lines(of hit: ExplainedHit, score: Double, _ style: Style) -> [String] {
        var sum = "score \(number(score, 3)) = \(number(hit.share, 3)) words"
        if let proximity = hit.proximity {
            sum += " + \(number(proximity.value, 3)) nearness"
            sum += " (\(percent(proximity.syllables)) of the words in one place"
            sum += ", \(percent(proximity.trigrams)) of the trigrams)"
        }
        var terms = hit.terms.prefix(shownTerms).map { term in
            "\(term.term.singleLine) \(number(term.weight, 2))"
                + (term.kind == "syllable" || term.kind == "bigram" ? "" : " (\(term.kind))")
        }
        if hit.terms.count > shownTerms { terms.append("\(hit.terms.count - shownTerms) more") }
        let words = "words \(number(hit.weight, 2)) = " + terms.joined(separator: " + ")
        return [sum, words].map { "    " + style.faint($0) }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func aligned(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private static func number(_ value: Double, _ digits: Int) -> String { decimal(value, digits: digits) }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
