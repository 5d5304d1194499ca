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

    enum Operator: String {
        case and = "AND"
        case or = "OR"
        case not = "NOT"

        init?(_ scalars: some Sequence<Unicode.Scalar>) {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            self.init(rawValue: String(text))
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

    /// Whether the token excludes or limits what follows it without white space between.
    var leansOnNext: Bool {
        switch kind {
        case .minus, .field: true
        default: false
        }
    }
}
