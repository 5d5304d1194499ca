internal import CivilTime

/// Finds an article's title: its title line or, where it has none, its first sentence.
struct TitleFinder {
    /// A title, the rule that found it, and the date after it in its line.
    struct Finding {
        var title: String
        var rule: String
        var date: PublicationDate?
    }

    /// The maximum length of a title in characters.
    static let longestTitle = 200

    /// The archive's time zone in seconds east of Greenwich.
    let offset: Int

    /// Reads a line as a title; nil where the line is already text.
    ///
    /// A line is text that is long, ends like a sentence, or begins with the newspaper's name.
    func title(line: Substring) -> Finding? {
        let (title, date) = takingDateOff(line)
        guard title.utf8.count <= TitleFinder.longestTitle * 4, title.count <= TitleFinder.longestTitle else {
            return nil
        }
        let isSentence = title.utf8.last == UInt8(ascii: ".") && !title.hasSuffix("..")
        if isSentence || SourceFinder().source(atStartOf: line) != nil { return nil }
        return Finding(title: String(title), rule: "title-line", date: date)
    }

    /// Returns the first sentence of a text, cut at a space and marked with an ellipsis where it is too long.
    func firstSentence(of paragraph: Substring) -> Finding {
        var text = paragraph
        if let source = SourceFinder().source(atStartOf: paragraph) { text = paragraph[source.end...].trimmed }
        let sentence = TitleFinder.sentence(text.prefix(TitleFinder.longestTitle + 1))
        if sentence.count <= TitleFinder.longestTitle {
            return Finding(title: String(sentence), rule: "first-sentence")
        }
        let cut = sentence.prefix(TitleFinder.longestTitle)
        let end = cut.lastIndex(where: \.isWhitespace) ?? cut.endIndex
        return Finding(title: cut[..<end].trimmed + "…", rule: "first-sentence")
    }

    /// Returns a title without a bracket at its end that contains the date, and that date.
    func takingDateOff(_ line: Substring) -> (Substring, PublicationDate?) {
        guard line.utf8.last == UInt8(ascii: ")"), let open = line.utf8.lastIndex(of: UInt8(ascii: "(")) else {
            return (line, nil)
        }
        let title = line[..<open].trimmed
        guard !title.isEmpty, let date = DateLine(line[open...], offset: offset)?.date else { return (line, nil) }
        return (title, date)
    }

    private static func sentence(_ text: Substring) -> Substring {
        var previous: Character?
        for index in text.indices {
            let end = text.index(after: index)
            let character = text[index]
            defer { previous = character }
            guard character == "." || character == "!" || character == "?" || character == "…" else { continue }
            // "TP. Hồ Chí Minh" and "H. Hạnh" continue: a capital before the full stop marks an abbreviation.
            if character == ".", previous?.isUppercase == true { continue }
            let rest = text[end...]
            guard rest.first?.isWhitespace == true, let next = rest.first(where: { !$0.isWhitespace }) else { continue }
            if !next.isLowercase { return text[..<end] }
        }
        return text
    }
}
