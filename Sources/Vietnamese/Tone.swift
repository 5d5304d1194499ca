/// The five Vietnamese tone marks; the level tone has none.
package enum Tone: UInt8, CaseIterable, Sendable {
    /// Falling: `à`.
    case huyen = 1
    /// Rising: `á`.
    case sac = 2
    /// Broken rising: `ã`.
    case nga = 3
    /// Asking: `ả`.
    case hoi = 4
    /// Heavy: `ạ`.
    case nang = 5

    /// The combining mark for the tone; it ends the syllable's exact key.
    package var combiningMark: Unicode.Scalar {
        switch self {
        case .huyen: "\u{300}"
        case .sac: "\u{301}"
        case .nga: "\u{303}"
        case .hoi: "\u{309}"
        case .nang: "\u{323}"
        }
    }

    /// The tone of a combining mark, or nil for any other scalar.
    package init?(combiningMark: Unicode.Scalar) {
        switch combiningMark.value {
        // U+0340 and U+0341 are deprecated spellings of the same marks.
        case 0x300, 0x340: self = .huyen
        case 0x301, 0x341: self = .sac
        case 0x303: self = .nga
        case 0x309: self = .hoi
        case 0x323: self = .nang
        default: return nil
        }
    }
}

/// Tones in the order found, packed three bits each with the latest lowest; 0 is the empty list.
///
/// The latest 21 are kept: no syllable of any language has more.
typealias ToneList = UInt64

extension ToneList {
    /// Returns this list with the tones of a short list (two at most) appended, without a branch.
    @inline(__always)
    func appending(_ tones: UInt8) -> ToneList {
        let shift: UInt64 = tones == 0 ? 0 : tones < 8 ? 3 : 6
        return (self &<< shift | UInt64(tones)) & ~(1 << 63)
    }

    /// Writes the combining marks in canonical order and returns their length in bytes, 42 at most.
    ///
    /// Two bytes are written even where there is no tone, because mispredicting a branch costs more.
    @inline(__always)
    func write(to bytes: UnsafeMutablePointer<UInt8>) -> Int {
        if self >= 8 { return writeSeveral(to: bytes) }
        bytes[0] = 0xCC
        bytes[1] = ToneList.secondByte(of: self)
        return self == 0 ? 0 : 2
    }

    /// Writes dots below first, as in canonical order, so that two marks on one letter can be typed either way.
    @inline(never)
    private func writeSeveral(to bytes: UnsafeMutablePointer<UInt8>) -> Int {
        let first = (63 - leadingZeroBitCount) / 3 * 3
        var length = 0
        for writesDots in [true, false] {
            for shift in stride(from: first, through: 0, by: -3) {
                let tone = self >> UInt64(shift) & 7
                guard (tone == UInt64(Tone.nang.rawValue)) == writesDots else { continue }
                bytes[length] = 0xCC
                bytes[length + 1] = ToneList.secondByte(of: tone)
                length += 2
            }
        }
        return length
    }

    /// The second UTF-8 byte of a tone's mark, by the tone's raw value; the first is always CC.
    @inline(__always)
    private static func secondByte(of tone: UInt64) -> UInt8 {
        let bytes: UInt64 = 0xA3_89_83_81_80_00
        return UInt8(truncatingIfNeeded: bytes &>> (tone &* 8))
    }
}
