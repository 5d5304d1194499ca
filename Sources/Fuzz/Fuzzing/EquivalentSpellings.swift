import Foundation

/// A text in the spellings that mean the same by canonical equivalence, each differing from the others in its bytes.
///
/// They are the composed and the decomposed normal form, and the text as it stands.
///
/// - Returns: Nothing for a text with letters that are kept as typed (see `CanonicalDecomposition`), nor where a letter has
///   two tone marks or two vowel marks: they are read in the order met, which the normal forms may change.
package func equivalentSpellings(of text: String) -> [String] {
    // Below are ASCII and the signs of Latin-1, which no normal form changes.
    guard text.utf8.contains(where: { $0 >= 0xC3 }), text.unicodeScalars.allSatisfy(\.isPromised) else { return [] }
    let decomposed = text.decomposedStringWithCanonicalMapping
    guard !hasDisputedMarks(decomposed) else { return [] }
    var spellings = [text.precomposedStringWithCanonicalMapping]
    for spelling in [decomposed, text]
    where !spellings.contains(where: { $0.utf8.elementsEqual(spelling.utf8) }) {
        spellings.append(spelling)
    }
    return spellings
}

/// Whether a letter has two tone marks or two vowel marks.
private func hasDisputedMarks(_ decomposed: String) -> Bool {
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

extension Unicode.Scalar {
    /// Whether it is Latin, monotonic Greek, Cyrillic, a combining mark that they use, kana, an ideograph, a symbol or
    /// punctuation.
    fileprivate var isPromised: Bool {
        switch value {
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
}
