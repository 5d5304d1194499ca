/// The plain letters for Latin letters that have no canonical decomposition into a letter and a mark.
enum PlainLetter {
    /// The ASCII letters for a lower-case letter, or nil where it has none (or is ASCII itself).
    static func of(_ letter: Unicode.Scalar) -> String? {
        guard letter.value >= 0x80 else { return nil }
        return table[letter]
    }

    private static let table: [Unicode.Scalar: String] = [
        "đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n",
        "ŧ": "t",
        "ƀ": "b", "ƃ": "b", "ƈ": "c", "ƌ": "d", "ƒ": "f", "ƕ": "hv", "ƙ": "k", "ƚ": "l", "ƞ": "n", "ƣ": "oi", "ƥ": "p",
        "ƫ": "t", "ƭ": "t", "ƴ": "y", "ƶ": "z", "ǥ": "g", "ȡ": "d", "ȣ": "ou", "ȥ": "z", "ȴ": "l", "ȵ": "n", "ȶ": "t",
        "ȷ": "j", "ȼ": "c", "ȿ": "s", "ɀ": "z", "ɇ": "e", "ɉ": "j", "ɋ": "q", "ɍ": "r", "ɏ": "y", "ſ": "s", "ẜ": "s",
        "ẝ": "s", "ẚ": "a", "ỻ": "ll", "ỽ": "v", "ỿ": "y", "ĳ": "ij", "ǆ": "dz", "ǉ": "lj", "ǌ": "nj", "ǳ": "dz",
        "ŉ": "n",
        // The lower-case forms of the upper-case hooked letters are in the IPA block.
        "ɓ": "b", "ɔ": "o", "ɖ": "d", "ɗ": "d", "ə": "e", "ɛ": "e", "ɠ": "g", "ɨ": "i", "ɩ": "i", "ɲ": "n", "ɵ": "o",
        "ʈ": "t", "ʉ": "u", "ʋ": "v",
    ]
}
