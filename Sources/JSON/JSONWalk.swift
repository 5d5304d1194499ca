/// Iterates over the values of one array or object of a checked text, without parsing their contents.
struct JSONWalk {
    let text: [UInt8]
    var position: Int

    /// Returns the range of the next key or value; nil at the closing bracket.
    mutating func nextValue() -> Range<Int>? {
        while position < text.count, JSONByte.isWhiteSpace(text[position]) || isSeparator(text[position]) {
            position += 1
        }
        guard position < text.count, !isClosing(text[position]) else { return nil }
        let start = position
        switch text[position] {
        case UInt8(ascii: "{"), UInt8(ascii: "["): skipContainer()
        case UInt8(ascii: "\""): skipString()
        default: skipScalar()
        }
        return start..<position
    }

    private mutating func skipContainer() {
        var depth = 0
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "\""):
                skipString()
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { return }
        }
    }

    private mutating func skipString() {
        position += 1
        while position < text.count, text[position] != UInt8(ascii: "\"") {
            position += text[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
    }

    private mutating func skipScalar() {
        while position < text.count, !JSONByte.isWhiteSpace(text[position]), !isSeparator(text[position]),
            !isClosing(text[position])
        { position += 1 }
    }

    private func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") }

    private func isClosing(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") }
}
