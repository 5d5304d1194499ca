/// Composes conjoining Hangul jamo into syllable blocks (The Unicode Standard, section 3.12).
enum HangulComposition {
    private static let firstLead: UInt32 = 0x1100
    private static let firstVowel: UInt32 = 0x1161
    /// The code point before the first trailing consonant.
    private static let noTrail: UInt32 = 0x11A7
    private static let firstBlock: UInt32 = 0xAC00
    private static let (leads, vowels, trails): (UInt32, UInt32, UInt32) = (19, 21, 28)

    /// The block that a leading consonant, or a block without a trailing one, forms with the jamo after it, and the
    /// total width.
    ///
    /// - Parameters:
    ///   - first: the scalar and its width.
    ///   - source: the text.
    ///   - position: the scalar's position.
    ///   - end: where the text ends.
    /// - Returns: nil where the scalar does not compose.
    static func composed(
        _ first: (scalar: Unicode.Scalar, width: Int), _ source: UnsafePointer<UInt8>, at position: Int, end: Int
    ) -> (scalar: Unicode.Scalar, width: Int)? {
        func next(after width: Int) -> (value: UInt32, width: Int)? {
            UTF8Scalar(source, at: position + width, end: end).map { ($0.scalar.value, $0.width) }
        }
        var (block, width) = (first.scalar.value, first.width)
        if block >= firstLead, block < firstLead + leads {
            guard let vowel = next(after: width), vowel.value >= firstVowel, vowel.value < firstVowel + vowels
            else { return nil }
            block = firstBlock + ((block - firstLead) * vowels + (vowel.value - firstVowel)) * trails
            width += vowel.width
        } else if block < firstBlock || block >= firstBlock + leads * vowels * trails
            || (block - firstBlock) % trails != 0
        {
            return nil
        }
        if let trail = next(after: width), trail.value > noTrail, trail.value < noTrail + trails {
            block += trail.value - noTrail
            width += trail.width
        }
        guard width > first.width else { return nil }
        return Unicode.Scalar(block).map { ($0, width) }
    }
}
