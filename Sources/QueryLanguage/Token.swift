/// A token of a query, with its range of UTF-8 bytes.
struct Token {
    enum Kind {
        /// A word, or a bare field value.
        case word(String)
        /// A word or a bare field value with a star after it, which is not part of the text.
        case prefix(String)
        /// The text between quotation marks; starred where a star follows the closing one.
        case phrase(String, isStarred: Bool)
        case opening
        case closing
        /// A hyphen that excludes what follows it.
        case minus
        case `operator`(Operator)
        /// A field's name with its colon; its value is the next token, which follows immediately.
        case field(QueryField)
    }

    enum Operator: Equatable {
        case and
        case or
        case not
        /// The maximum number of syllables in addition to those of the operands, and the operator as typed.
        case near(Int, typed: String)

        /// The number of additional syllables that `NEAR` allows without a number.
        static let usualDistance = 10
        /// The numbers allowed after `NEAR/`.
        static let distances = 0...100

        /// Reads a word as an operator; nil for any other word, and for `NEAR/` without a number.
        init?(_ text: String) {
            switch text {
            case "AND": self = .and
            case "OR": self = .or
            case "NOT": self = .not
            case "NEAR": self = .near(Operator.usualDistance, typed: text)
            default:
                guard text.hasPrefix("NEAR/"), let number = Int(text.dropFirst(5)), Operator.distances.contains(number)
                else { return nil }
                self = .near(number, typed: text)
            }
        }

        /// The operator as typed.
        var text: String {
            switch self {
            case .and: "AND"
            case .or: "OR"
            case .not: "NOT"
            case .near(_, let typed): typed
            }
        }
    }

    var kind: Kind
    var range: Range<Int>
    /// The offset of the kind's text in bytes: after the quotation mark in a phrase.
    var textStart: Int

    init(kind: Kind, range: Range<Int>, textStart: Int? = nil) {
        self.kind = kind
        self.range = range
        self.textStart = textStart ?? range.lowerBound
    }

    /// The operator that this token is, if it is one.
    var `operator`: Operator? {
        if case .operator(let value) = kind { value } else { nil }
    }

    var isOpening: Bool { if case .opening = kind { true } else { false } }
    var isClosing: Bool { if case .closing = kind { true } else { false } }

    /// Whether the token is `NEAR`.
    var isNear: Bool { if case .near = `operator` { true } else { false } }

    /// Whether the token excludes or restricts what follows it without white space.
    var leansOnNext: Bool {
        switch kind {
        case .minus, .field: true
        default: false
        }
    }
}
