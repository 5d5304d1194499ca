/// The way to read a file.
enum FileKind: Hashable {
    /// One JSON object per line.
    case jsonLines
    /// Plain text, one article.
    case text
    /// Markdown, one article.
    case markdown
    /// A file that cannot be read, and why.
    case unreadable(reason: String)

    /// Determines the kind of a file.
    ///
    /// - Parameters:
    ///   - name: The file's name, without the suffix of a compressed form.
    ///   - head: Its first bytes, decompressed.
    init(name: String, head: UnsafeRawBufferPointer) {
        if let reason = FileKind.objection(to: head) {
            self = .unreadable(reason: reason)
            return
        }
        switch FileKind.suffix(of: name) {
        case "jsonl", "ndjson": self = .jsonLines
        case "md", "markdown": self = .markdown
        case "txt": self = .text
        case "html", "htm", "xhtml", "shtml": self = .unreadable(reason: FileKind.html)
        case "json" where !FileKind.looksLikeJSONLines(head):
            self = .unreadable(reason: "is one JSON document: write one object a line and name it .jsonl")
        default: self = FileKind.looksLikeJSONLines(head) ? .jsonLines : .text
        }
    }

    private static let html = "is HTML, which is not read yet: save it as text or Markdown"

    /// Why a file cannot be read, regardless of its name; nil where it can.
    private static func objection(to head: UnsafeRawBufferPointer) -> String? {
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            return "is UTF-16: convert it to UTF-8 first"
        }
        if head.contains(0) { return "is binary (it holds NUL bytes): only text can be indexed" }
        let start = String(decoding: head.prefix(1024), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            .prefix(32).lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html") ? html : nil
    }

    private static func suffix(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// Whether the first line looks like an object: it begins with `{"` and, where all of it is in `head`, ends with
    /// `}`.
    private static func looksLikeJSONLines(_ head: UnsafeRawBufferPointer) -> Bool {
        var first = Substring(String(decoding: head, as: UTF8.self)).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard first.first == "{" else { return false }
        guard first.dropFirst().first(where: { !$0.isWhitespace }) == "\"" else { return false }
        guard let end = first.firstIndex(where: \.isNewline) else { return true }
        first = first[..<end]
        return first.last { !$0.isWhitespace } == "}"
    }
}
