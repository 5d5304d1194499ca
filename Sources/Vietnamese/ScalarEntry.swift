/// The effect of one scalar on the keys of the syllable that contains it.
struct ScalarEntry {
    /// The role of a scalar.
    enum Kind: UInt8 {
        /// Ends a syllable.
        case separator
        /// A letter or digit: its bytes go into both keys.
        case letter
        /// A tone mark after its letter.
        case tone
        /// Any other combining mark.
        case mark
        /// Invisible: zero width, soft hyphen, variation selector.
        case dropped
        /// An ideograph, a kana or a Hangul block: a syllable of its own.
        case single
        /// A raised 1, 2 or 3: part of `m²`, but not of `10²`.
        case superscript
        /// Not in the table; the entry is computed when it is needed.
        case unlisted
    }

    /// The bytes for the exact key, first byte lowest: the letter in lower case, then its marks other than tones.
    private(set) var exact: UInt64 = 0
    /// The bytes for the folded key, first byte lowest; for a mark, its code point.
    private(set) var folded: UInt32 = 0
    private(set) var exactLength: UInt8 = 0
    private(set) var foldedLength: UInt8 = 0
    /// The tones removed from the letter, as a short `ToneList`; for a tone mark, the tone itself.
    private(set) var tones: UInt8 = 0
    private(set) var kind: Kind

    /// A value other than 0 where the scalar's own bytes make the two keys differ.
    @inline(__always)
    var difference: UInt64 { exact ^ UInt64(folded) }

    /// An entry without bytes.
    init(_ kind: Kind) {
        self.kind = kind
    }

    /// Computes the entry of any scalar from its Unicode properties and the tables of letters.
    init(_ scalar: Unicode.Scalar) {
        self.init(Kind(scalar))
        switch kind {
        case .letter, .single, .superscript: spell(scalar)
        case .tone: tones = Tone(combiningMark: scalar)?.rawValue ?? 0
        case .mark:
            let mark = ScalarEntry.canonicalMark(scalar)
            folded = mark.value
            for byte in UTF8.encode(mark) ?? .init() { appendExact(byte) }
            if scalar.value == 0x344 { tones = Tone.sac.rawValue }
        case .separator, .dropped, .unlisted: break
        }
    }

    private mutating func spell(_ scalar: Unicode.Scalar) {
        for lower in ScalarEntry.lowerCase(of: scalar) {
            for part in ScalarEntry.decomposed(lower) { append(part) }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if let tone = Tone(combiningMark: scalar) {
            if tones < 8 { tones = tones << 3 | tone.rawValue }
            return
        }
        let isFirst = exactLength == 0
        if exactLength == 1, let vowel = VowelMark.composed(UInt8(truncatingIfNeeded: exact), scalar.value) {
            exact = UInt64(vowel)
            exactLength = 2
            return
        }
        for byte in UTF8.encode(scalar) ?? .init() { appendExact(byte) }
        guard isFirst else { return }
        if let plain = PlainLetter.of(scalar) {
            for byte in plain.utf8 { appendFolded(byte) }
        } else {
            for byte in UTF8.encode(scalar) ?? .init() { appendFolded(byte) }
        }
    }

    private mutating func appendExact(_ byte: UInt8) {
        guard exactLength < 8 else { return }
        exact |= UInt64(byte) << (UInt64(exactLength) * 8)
        exactLength += 1
    }

    private mutating func appendFolded(_ byte: UInt8) {
        guard foldedLength < 4 else { return }
        folded |= UInt32(byte) << (UInt32(foldedLength) * 8)
        foldedLength += 1
    }

    private static func lowerCase(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar.value {
        // Eth, in either case, which some keyboards and fonts send for đ.
        case 0xD0, 0xF0: ["đ"]
        case 0xB9: ["1"]
        case 0xB2: ["2"]
        case 0xB3: ["3"]
        // The Greek numeral sign is canonically equivalent to the prime.
        case 0x374: ["\u{2B9}"]
        case 0xFF01...0xFF5E:
            Unicode.Scalar(scalar.value - 0xFEE0).map { Array($0.properties.lowercaseMapping.unicodeScalars) } ?? []
        default: Array(scalar.properties.lowercaseMapping.unicodeScalars)
        }
    }

    /// The mark that replaces a deprecated one; U+0344 is a diaeresis with a tone mark.
    private static func canonicalMark(_ mark: Unicode.Scalar) -> Unicode.Scalar {
        switch mark.value {
        case 0x343: "\u{313}"
        case 0x344: "\u{308}"
        default: mark
        }
    }

    private static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if let letter = PolytonicGreek.monotonic(scalar) { return decomposed(letter) }
        guard let parts = CanonicalDecomposition.of(scalar) else { return [scalar] }
        return decomposed(parts.letter) + [parts.mark]
    }
}

extension ScalarEntry.Kind {
    /// The role of a scalar, by its code point and properties.
    package init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0xAD, 0x34F, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: self = .dropped
        case 0xAA, 0xBA: self = .separator
        case 0xB2, 0xB3, 0xB9: self = .superscript
        case 0x300, 0x301, 0x303, 0x309, 0x323, 0x340, 0x341: self = .tone
        // Kana, the ideographic iteration mark and zero, Hangul blocks, half-width kana.
        case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
            0xAC00...0xD7A3, 0xFF66...0xFF9D:
            self = .single
        default: self.init(properties: scalar.properties)
        }
    }

    private init(properties: Unicode.Scalar.Properties) {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .decimalNumber: self = .letter
        case .otherLetter: self = properties.isIdeographic ? .single : .letter
        case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
        default: self = .separator
        }
    }
}
