/// A piece of a query, with its UTF-8 bytes.
struct Token {
    enum Kind {
        /// A word, or a bare field value.
        case word(String)
        /// A word or a bare field value with a star behind it, which is not part of the text.
        case prefix(String)
        /// What stands between quotation marks; starred where a star follows the closing one.
        case phrase(String, isStarred: Bool)
        case opening
        case closing
        /// A hyphen before what it excludes.
        case minus
        case `operator`(Operator)
        /// A field's name with its colon; its value is the next token, with nothing between.
        case field(QueryField)
    }

    enum Operator: Equatable {
        case and
        case or
        case not
        /// At most so many syllables more than the operands have themselves, and the operator as typed.
        case near(Int, typed: String)

        /// How many syllables more `NEAR` allows where it says no number.
        static let usualDistance = 10
        /// The numbers that may stand behind `NEAR/`.
        static let distances = 0...100

        /// The operator that a word is; nil for any other word, also for one that misses the number behind `NEAR/`.
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
    /// The byte at which the text of the kind begins: behind the quotation mark in a phrase.
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

    /// Whether the token says that words stand near each other.
    var isNear: Bool { if case .near = `operator` { true } else { false } }

    /// Whether the token excludes or limits what follows it without white space between.
    var leansOnNext: Bool {
        switch kind {
        case .minus, .field: true
        default: false
        }
    }
}
