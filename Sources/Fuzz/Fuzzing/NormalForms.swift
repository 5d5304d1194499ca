import Foundation

/// A text in the two canonical normal forms of Unicode, where they promise the same.
package struct NormalForms {
    /// Composed.
    package let composed: String
    /// Decomposed.
    package let decomposed: String
    /// Whether the text as it stands promises the same as its normal forms do.
    ///
    /// It does not with two tone marks or two vowel marks on one letter, which are read in the order met: the normal forms
    /// may change the order.
    package let includeOriginal: Bool

    /// The normal forms of a text.
    ///
    /// - Returns: nil for a text of ASCII alone, and for one with letters that are kept as typed (see
    ///   `CanonicalDecomposition`).
    package init?(_ text: String) {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        guard text.unicodeScalars.allSatisfy(NormalForms.isPromised) else { return nil }
        composed = text.precomposedStringWithCanonicalMapping
        decomposed = text.decomposedStringWithCanonicalMapping
        includeOriginal = !NormalForms.hasDisputedMarks(decomposed)
    }

    /// Latin, monotonic Greek, Cyrillic, the combining marks they use, kana, ideographs, symbols and punctuation.
    private static func isPromised(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x2FF, 0x1E00...0x1EFF: true
        // Marks that are canonically other marks, and the iota of polytonic Greek.
        case 0x340, 0x341, 0x343...0x345: false
        case 0x300...0x36F: true
        case 0x386...0x3FF, 0x400...0x482, 0x48A...0x52F: true
        case 0x2000...0x2BFF, 0x3000...0x3029, 0x3030...0x3098, 0x309B...0x30FF, 0x4E00...0x9FFF: true
        case 0xFF00...0xFFEF, 0x1F300...0x1FAFF: true
        default: false
        }
    }

    /// Whether a letter has two tone marks, or two vowel marks, whose order a normal form may change.
    private static func hasDisputedMarks(_ decomposed: String) -> Bool {
        var (tones, vowelMarks) = (0, 0)
        return decomposed.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x300, 0x301, 0x303, 0x309, 0x323: tones += 1
            case 0x302, 0x306, 0x31B: vowelMarks += 1
            default:
                if scalar.properties.canonicalCombiningClass == .notReordered { (tones, vowelMarks) = (0, 0) }
            }
            return tones > 1 || vowelMarks > 1
        }
    }
}
