/// The formats that are read, and the search for that of a file.
enum ArticleFormats {
    /// The formats, in the order in which a file's content is compared with them; the last one takes any text.
    static let all: [any ArticleFormat] = [JSONLinesFormat(), MarkdownFormat(), TextFormat()]

    /// Determines the format of a file.
    ///
    /// - Parameters:
    ///   - name: The file's name, without the suffix of a compressed form.
    ///   - head: Its first bytes, decompressed.
    /// - Returns: The format.
    /// - Throws: `Unreadable` for a file that none of them reads.
    static func format(
        ofFileNamed name: String, head: UnsafeRawBufferPointer
    ) throws(Unreadable) -> any ArticleFormat {
        try checkIsText(head)
        let suffix = suffix(of: name)
        if let format = all.first(where: { $0.suffixes.contains(suffix) }) { return format }
        if ["html", "htm", "xhtml", "shtml"].contains(suffix) { throw html }
        let format = all.first { $0.matches(head) } ?? TextFormat()
        if suffix == "json", !(format is JSONLinesFormat) {
            throw Unreadable("is one JSON document: write one object a line and name it .jsonl")
        }
        return format
    }

    private static let html = Unreadable("is HTML, which is not read yet: save it as text or Markdown")

    /// What may pass for text in its first bytes, and how to get its text.
    private static let binaryKinds = [
        ("%PDF-", "a PDF", "only text can be indexed; pdftotext makes text of it"),
        ("{\\rtf", "Rich Text", "only text can be indexed; save it as text"),
    ]

    /// Throws for what is not read whatever its name says.
    private static func checkIsText(_ head: UnsafeRawBufferPointer) throws(Unreadable) {
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            throw Unreadable("is UTF-16: convert it to UTF-8 first")
        }
        for (beginning, name, advice) in binaryKinds where head.starts(with: beginning.utf8) {
            throw Unreadable("is \(name): \(advice)")
        }
        if head.contains(0) { throw Unreadable("is binary (it holds NUL bytes): only text can be indexed") }
        let start = String(decoding: head.prefix(1024), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            .prefix(32).lowercased()
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { throw html }
    }

    private static func suffix(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}
