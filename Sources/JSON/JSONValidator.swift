/// Checks that a text is one JSON value in UTF-8 (RFC 8259), without building anything.
struct JSONValidator {
    /// The maximum nesting depth of arrays and objects; deeper texts are rejected, so that no text can exhaust the
    /// stack.
    static let depthLimit = 512

    private let text: [UInt8]
    /// The offset of the first byte that is not part of well-formed UTF-8, if there is one.
    private let firstBroken: Int?
    private var position = 0

    private init(_ text: [UInt8]) {
        self.text = text
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: text.span)
            firstBroken = nil
        } catch {
            firstBroken = error.byteOffsets.lowerBound
        }
    }

    /// Checks a text and returns the range of its only value, without the white space around it.
    static func validate(_ text: [UInt8]) throws(JSONSyntaxError) -> Range<Int> {
        var validator = JSONValidator(text)
        validator.skipWhiteSpace()
        let start = validator.position
        try validator.value(depth: 0)
        let end = validator.position
        validator.skipWhiteSpace()
        guard validator.position == text.count else { throw validator.error("the end of the text") }
        return start..<end
    }

    private var next: UInt8? { position < text.count ? text[position] : nil }

    private func error(_ expected: String) -> JSONSyntaxError {
        JSONSyntaxError(offset: position, expected: expected)
    }

    private mutating func skipWhiteSpace() {
        while let byte = next, JSONByte.isWhiteSpace(byte) { position += 1 }
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) {
        switch next {
        case UInt8(ascii: "{"): try object(depth: depth + 1)
        case UInt8(ascii: "["): try array(depth: depth + 1)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        case .some(let byte) where byte == UInt8(ascii: "-") || JSONByte.isDigit(byte): try number()
        default: throw error("a value")
        }
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) {
        guard depth <= Self.depthLimit else { throw error("at most \(Self.depthLimit) levels of nesting") }
        position += 1
        skipWhiteSpace()
        if accept("}") { return }
        while true {
            guard next == UInt8(ascii: "\"") else { throw error("a key in quotes") }
            try string()
            skipWhiteSpace()
            guard accept(":") else { throw error("a colon") }
            skipWhiteSpace()
            try value(depth: depth)
            skipWhiteSpace()
            if accept("}") { return }
            guard accept(",") else { throw error("a comma or a closing brace") }
            skipWhiteSpace()
        }
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) {
        guard depth <= Self.depthLimit else { throw error("at most \(Self.depthLimit) levels of nesting") }
        position += 1
        skipWhiteSpace()
        if accept("]") { return }
        while true {
            try value(depth: depth)
            skipWhiteSpace()
            if accept("]") { return }
            guard accept(",") else { throw error("a comma or a closing bracket") }
            skipWhiteSpace()
        }
    }

    private mutating func accept(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func word(_ word: StaticString) throws(JSONSyntaxError) {
        for offset in 0..<word.utf8CodeUnitCount {
            guard next == word.utf8Start[offset] else { throw error("the word \(word)") }
            position += 1
        }
    }

    private mutating func number() throws(JSONSyntaxError) {
        _ = accept("-")
        if !accept("0") { try digits() }
        if accept(".") { try digits() }
        if accept("e") || accept("E") {
            if !accept("+") { _ = accept("-") }
            try digits()
        }
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = position
        while let byte = next, JSONByte.isDigit(byte) { position += 1 }
        guard position > start else { throw error("a digit") }
    }

    private mutating func string() throws(JSONSyntaxError) {
        position += 1
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"): try escape()
            case 0x20..<0x80: position += 1
            case 0x80...:
                if position == firstBroken { throw error("well-formed UTF-8") }
                position += 1
            default: throw error("an escape instead of a control character")
            }
        }
        throw error("a closing quotation mark")
    }

    private mutating func escape() throws(JSONSyntaxError) {
        position += 1
        guard let letter = next, JSONByte.isEscapeLetter(letter) else { throw error("an escape letter") }
        position += 1
        guard letter == UInt8(ascii: "u") else { return }
        for _ in 0..<4 {
            guard let byte = next, JSONByte.hexadecimalValue(byte) != nil else {
                throw error("four hexadecimal digits")
            }
            position += 1
        }
    }
}
