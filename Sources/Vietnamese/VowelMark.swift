/// The marks that turn a letter into another vowel: circumflex, breve and horn.
enum VowelMark {
    /// The two UTF-8 bytes of the Vietnamese vowel that a plain letter and a mark form, first byte lowest, or nil.
    ///
    /// `mark` is the combining mark's code point: U+0302 on a, e, o; U+0306 on a; U+031B on o, u.
    @inline(__always)
    static func composed(_ letter: UInt8, _ mark: UInt32) -> UInt16? {
        switch (letter, mark) {
        case (UInt8(ascii: "a"), 0x302): 0xA2C3
        case (UInt8(ascii: "e"), 0x302): 0xAAC3
        case (UInt8(ascii: "o"), 0x302): 0xB4C3
        case (UInt8(ascii: "a"), 0x306): 0x83C4
        case (UInt8(ascii: "o"), 0x31B): 0xA1C6
        case (UInt8(ascii: "u"), 0x31B): 0xB0C6
        default: nil
        }
    }
}
