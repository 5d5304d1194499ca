import Foundation

/// A table of each letter in lower case, without its tone, and without any mark, computed once with plain string
/// operations.
///
/// It uses none of this project's own text processing, because it is the reference for checking that.
struct LetterTable: Sendable {
    /// One letter or digit.
    struct Letter: Sendable {
        /// The letter as written, in lower case.
        var small: UInt32
        /// The letter without its tone.
        var toneless: UInt32
        /// The tone, 0 for none.
        var tone: UInt32
        /// The letter without any mark.
        var bare: UInt32
    }

    /// The table for every scalar used in Vietnamese.
    static let standard = LetterTable()

    private let letters: [Letter?]

    private init() {
        letters = (0..<0x1F00).map { number in
            guard let scalar = Unicode.Scalar(UInt32(number)),
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            else { return nil }
            let small = String(scalar).lowercased().precomposedStringWithCanonicalMapping
            guard let first = small.unicodeScalars.first, small.unicodeScalars.count == 1 else { return nil }
            let parts = small.decomposedStringWithCanonicalMapping.unicodeScalars
            let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
            let rest = String(String.UnicodeScalarView(parts.filter { !tones.contains($0) }))
            let toneless = rest.precomposedStringWithCanonicalMapping.unicodeScalars.first ?? first
            let bare = parts.first ?? first
            return Letter(
                small: first.value, toneless: toneless.value, tone: parts.first(where: tones.contains)?.value ?? 0,
                bare: bare == "đ" ? 0x64 : bare.value)
        }
    }

    /// The letter of a scalar; nil for a scalar that separates words.
    subscript(scalar: Unicode.Scalar) -> Letter? {
        Int(scalar.value) < letters.count ? letters[Int(scalar.value)] : nil
    }
}
