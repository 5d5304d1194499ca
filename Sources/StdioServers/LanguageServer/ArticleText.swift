import SearchClient
import SearchProtocol

/// An article as a text file: its title, a line of metadata, an empty line, its body.
struct ArticleText {
    /// The text, whose lines end with a line feed alone.
    let text: String
    private let article: ArticleResult
    private let title: String
    private let bodyLine: Int

    /// Creates the text of an article.
    init(_ article: ArticleResult) {
        self.article = article
        title = article.title.singleLine
        let facts = ArticleFacts.line(of: article)
        let head = [title, facts].filter { !$0.isEmpty }
        bodyLine = head.isEmpty ? 0 : head.count + 1
        var lines = head.map { $0 + "\n" }.joined() + (head.isEmpty ? "" : "\n")
        lines += ArticleText.withLineFeeds(article.body)
        text = lines.hasSuffix("\n") ? lines : lines + "\n"
    }

    /// The range of the first match of the query: in the body, else in the title, else at the beginning.
    ///
    /// - Parameter encoding: the unit of the article's highlights and of the range.
    /// - Returns: the range in the text.
    func firstMatch(in encoding: PositionEncoding) -> TextRange {
        if let span = article.bodyHighlights?.first {
            return TextRange(start: place(of: span.start, in: encoding), end: place(of: span.end, in: encoding))
        }
        guard let span = article.titleHighlights?.first, title.utf8.elementsEqual(article.title.utf8) else {
            return TextRange()
        }
        return TextRange(
            start: TextPosition(line: 0, character: span.start), end: TextPosition(line: 0, character: span.end))
    }

    /// The position in the text of an offset in the body.
    private func place(of offset: Int, in encoding: PositionEncoding) -> TextPosition {
        var (place, passed, isAfterReturn) = (TextPosition(line: bodyLine), 0, false)
        for scalar in article.body.unicodeScalars {
            guard passed < offset else { break }
            let width = encoding.width(of: scalar)
            passed += width
            switch scalar {
            case "\n" where isAfterReturn: break
            case "\n", "\r": place = TextPosition(line: place.line + 1)
            default: place.character += width
            }
            isAfterReturn = scalar == "\r"
        }
        return place
    }

    /// Replaces every line end by a line feed: editors disagree about what a lone carriage return is.
    private static func withLineFeeds(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
        var (bytes, isAfterReturn) = ([UInt8](), false)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\r") || !(byte == UInt8(ascii: "\n") && isAfterReturn) {
                bytes.append(byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : byte)
            }
            isAfterReturn = byte == UInt8(ascii: "\r")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension PositionEncoding {
    /// The number of units of a scalar in this encoding.
    fileprivate func width(of scalar: Unicode.Scalar) -> Int {
        switch self {
        case .utf8: UTF8.width(scalar)
        case .utf16: UTF16.width(scalar)
        case .utf32: 1
        }
    }
}
