extension Unicode.Scalar {
    /// Whether the scalar can open a phrase of any length.
    var opensQuotation: Bool {
        switch self {
        case "\"", "“", "”", "„", "‟", "″", "＂", "«", "‹": true
        default: false
        }
    }

    /// Whether the scalar can open a phrase of several words; alone or inside a word it is an apostrophe.
    var opensSingleQuotation: Bool {
        switch self {
        case "'", "‘", "’", "‚", "‛", "＇": true
        default: false
        }
    }

    /// Whether the scalar closes a quotation that a given mark opened: any mark of its kind, since they are mixed in print.
    func closesQuotation(openedBy mark: Unicode.Scalar) -> Bool {
        switch mark {
        case "«": self == "»"
        case "‹": self == "›"
        case _ where mark.opensSingleQuotation: opensSingleQuotation && self != "‚"
        default: opensQuotation && self != "„" && self != "«" && self != "‹"
        }
    }

    /// The mark that an error names as the one expected to close a quotation that this one opened.
    var usualClosingQuote: Unicode.Scalar {
        switch self {
        case "«": "»"
        case "‹": "›"
        default: "\""
        }
    }

    /// Whether the scalar ends a word that it follows without white space.
    var endsWord: Bool {
        self == "(" || self == ")" || properties.isWhitespace || opensQuotation
    }
}
