import IndexStorage
import Vietnamese

/// Spells a typed value in the form of its term.
enum ValueSpelling {
    /// Returns the spelling of a value with a prefix, or of the beginning of one.
    static func spelled(_ value: String, as prefix: TermPrefix, isPrefix: Bool) -> String {
        switch prefix {
        case .reference: withPlainHyphens(fold(value))
        case .url: WebAddress(value).query
        // The beginning `/archive/2015/` does not match `/archive/2015b`.
        case .path where isPrefix: value
        case .path: value.count > 1 && value.hasSuffix("/") ? String(value.dropLast()) : value
        default: value
        }
    }

    /// A pasted number may hold a Unicode hyphen or an en dash; its term never does.
    private static func withPlainHyphens(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { ["\u{2010}", "\u{2011}", "\u{2013}"].contains($0) ? "-" : $0 }))
    }
}
