import SearchProtocol

/// The style of text on a terminal, with colours or without.
struct Style {
    let usesColor: Bool

    func title(_ text: String) -> String { wrapped(text, "1") }
    func faint(_ text: String) -> String { wrapped(text, "2") }

    /// Formats a text on one line, with its matches marked.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - spans: UTF-8 ranges of the matches, in order.
    ///   - isTitle: whether text outside the matches is set in bold.
    /// - Returns: the line.
    func highlighted(_ text: String, _ spans: [Span], isTitle: Bool = false) -> String {
        let bytes = Array(text.utf8)
        guard usesColor else { return Style.spaced(bytes[...]) }
        var (line, end) = ("", 0)
        let plain = { (piece: String) in isTitle ? title(piece) : piece }
        for span in spans where span.start >= end && span.end <= bytes.count && span.start < span.end {
            line += plain(Style.spaced(bytes[end..<span.start]))
            line += wrapped(Style.spaced(bytes[span.start..<span.end]), "1;33")
            end = span.end
        }
        return line + plain(Style.spaced(bytes[end...]))
    }

    /// A piece on one line; unlike `singleLine` it keeps a space at either end.
    private static func spaced(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let inner = String(decoding: bytes.trimmingSpaces, as: UTF8.self).singleLine
        if inner.isEmpty { return bytes.isEmpty ? "" : " " }
        // The character is examined, which takes longer, only where it may be one of the wider spaces.
        func isSpace(_ byte: UInt8?, _ character: Character?) -> Bool {
            guard let byte, byte >= 0x80 || byte <= 0x20 else { return false }
            return character?.isWhitespace == true
        }
        return (isSpace(bytes.first, text.first) ? " " : "") + inner + (isSpace(bytes.last, text.last) ? " " : "")
    }

    private func wrapped(_ text: String, _ code: String) -> String {
        usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without the spaces at either end.
    fileprivate var trimmingSpaces: Self {
        let begun = drop { $0 == 0x20 }
        return begun.prefix((begun.lastIndex { $0 != 0x20 } ?? begun.startIndex - 1) - begun.startIndex + 1)
    }
}
