/// A word, a number or a mark of a line, the unit of the rules for dates and names.
struct TextToken {
    /// The kind of a token.
    enum Kind: Equatable {
        /// A run of digits, with its value; a run of more than nine digits is a word.
        case number(Int)
        /// A run of letters.
        case word
        /// Any other character.
        case mark(Unicode.Scalar)
    }

    var kind: Kind
    var text: Substring
    /// Whether white space precedes the token.
    var hasGap: Bool

    /// The value of a number, else nil.
    var number: Int? { if case .number(let value) = kind { value } else { nil } }
    /// The number of digits of a number, 0 for anything else.
    var digits: Int { number == nil ? 0 : text.utf8.count }
    /// The mark, else nil.
    var mark: Unicode.Scalar? { if case .mark(let scalar) = kind { scalar } else { nil } }
    /// The word in lower case, else nil; comparing it does not depend on its normalisation.
    var word: String? { kind == .word ? text.lowercased() : nil }

    /// The tokens of a text, at most `limit` of them.
    static func tokens(of text: Substring, limit: Int = .max) -> [TextToken] {
        var tokens: [TextToken] = []
        let scalars = text.unicodeScalars
        var place = scalars.startIndex
        var hasGap = false
        while place < scalars.endIndex, tokens.count < limit {
            let start = place
            let kind = Class(scalars[place])
            place = scalars.index(after: place)
            if kind == .blank {
                hasGap = true
                continue
            }
            if kind != .mark {
                while place < scalars.endIndex, Class(scalars[place]) == kind { place = scalars.index(after: place) }
            }
            let piece = text[start..<place]
            tokens.append(
                TextToken(kind: kind.tokenKind(of: piece, first: scalars[start]), text: piece, hasGap: hasGap))
            hasGap = false
        }
        return tokens
    }

    private enum Class {
        case digit
        case letter
        case mark
        case blank

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x30...0x39: self = .digit
            case 0x41...0x5A, 0x61...0x7A: self = .letter
            case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x3000, 0xFEFF: self = .blank
            case 0...0x7F, 0x80...0xBF, 0xD7, 0xF7, 0x2010...0x206F, 0x2190...0x2BFF: self = .mark
            default: self = .letter
            }
        }

        func tokenKind(of text: Substring, first: Unicode.Scalar) -> Kind {
            switch self {
            case .digit: text.utf8.count > 9 ? .word : .number(Int(text) ?? 0)
            case .mark: .mark(first)
            case .letter, .blank: .word
            }
        }
    }
}
