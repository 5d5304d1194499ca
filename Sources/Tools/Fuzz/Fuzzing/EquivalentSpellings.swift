import Foundation

/// Returns the canonically equivalent spellings of a text, each with different bytes.
///
/// They are the composed and the decomposed normal form, and the text as it is.
///
/// - Returns: Nothing for a text with letters that are kept as typed (see `CanonicalDecomposition`), nor for one that
///   may have a key of more than 60 bytes with several marks on a letter, which are dropped after the cut in the order
///   found.
package func equivalentSpellings(of text: String) -> [String] {
    // Lower bytes are ASCII and the symbols of Latin-1, which no normal form changes.
    guard text.utf8.contains(where: { $0 >= 0xC3 }), text.unicodeScalars.allSatisfy(\.isCovered) else { return [] }
    let decomposed = text.decomposedStringWithCanonicalMapping
    guard decomposed.utf8.count <= 60 || !hasSeveralMarks(decomposed) else { return [] }
    var spellings = [text.precomposedStringWithCanonicalMapping]
    for spelling in [decomposed, text] where !spellings.contains(where: { $0.utf8.elementsEqual(spelling.utf8) }) {
        spellings.append(spelling)
    }
    return spellings
}

/// Whether a letter has several marks, not counting tone marks.
private func hasSeveralMarks(_ decomposed: String) -> Bool {
    var marks = 0
    return decomposed.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x300, 0x301, 0x303, 0x309, 0x323: break
        default: marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
        }
        return marks > 1
    }
}

extension Unicode.Scalar {
    /// Whether it is Latin, Greek, Cyrillic, a combining mark that they use, Hangul, kana, an ideograph, a symbol or
    /// punctuation.
    fileprivate var isCovered: Bool {
        switch value {
        case 0...0x482, 0x48A...0x52F, 0x1E00...0x1FFF: true
        // The letters of older Hangul are left out: Foundation composes U+1113 and a vowel to something that is not a
        // block.
        case 0x1100...0x1112, 0x1161...0x1175, 0x11A8...0x11C2, 0xAC00...0xD7A3: true
        case 0x2000...0x2BFF, 0x3000...0x3029, 0x3030...0x3098, 0x309B...0x30FF, 0x4E00...0x9FFF: true
        case 0xFF00...0xFFEF, 0x1F300...0x1FAFF: true
        default: false
        }
    }
}
