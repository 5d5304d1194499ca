/// The lines of a text that are not blank, trimmed, from its front or from its back.
enum TextLines {
    /// The first lines of a text, at most `limit` of them.
    static func first(_ limit: Int, of text: Substring) -> [Substring] {
        var lines: [Substring] = []
        var rest = text
        while !rest.isEmpty, lines.count < limit {
            let end = rest.utf8.firstIndex(of: 0x0A) ?? rest.endIndex
            let line = rest[..<end].trimmed
            if !line.isEmpty { lines.append(line) }
            rest = rest[(end == rest.endIndex ? end : rest.utf8.index(after: end))...]
        }
        return lines
    }

    /// The last line of a text, or nil where the whole text is blank.
    static func last(of text: Substring) -> Substring? {
        let content = text.trimmed
        guard !content.isEmpty else { return nil }
        guard let lineFeed = content.utf8.lastIndex(of: 0x0A) else { return content }
        return content[content.utf8.index(after: lineFeed)...].trimmed
    }
}
