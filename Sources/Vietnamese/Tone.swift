/// The five tone marks that Vietnamese writes; the level tone has none.
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

    /// The combining mark that writes the tone; it closes the key of a syllable.
    package var combiningMark: Unicode.Scalar {
        switch self {
        case .huyen: "\u{300}"
        case .sac: "\u{301}"
        case .nga: "\u{303}"
        case .hoi: "\u{309}"
        case .nang: "\u{323}"
        }
    }

    /// The tone that a combining mark writes, or nil for any other scalar.
    package init?(combiningMark: Unicode.Scalar) {
        switch combiningMark.value {
        case 0x300: self = .huyen
        case 0x301: self = .sac
        case 0x303: self = .nga
        case 0x309: self = .hoi
        case 0x323: self = .nang
        default: return nil
        }
    }
}

/// Tones in the order met, packed three bits each with the latest lowest; 0 holds none.
///
/// At most 20 are kept: what carries more is no syllable of any language.
typealias ToneList = UInt64

extension ToneList {
    /// This list with one more tone at its end, or unchanged where it is full.
    @inline(__always)
    func appending(_ tone: UInt64) -> ToneList {
        self < 1 << 57 ? self << 3 | tone : self
    }

    /// Writes the combining marks in order and returns how many bytes they take, 40 at most.
    @inline(__always)
    func write(to bytes: UnsafeMutablePointer<UInt8>) -> Int {
        if self < 8 {
            bytes[0] = 0xCC
            bytes[1] = ToneList.secondBytes(of: self)
            return 2
        }
        return writeSeveral(to: bytes)
    }

    @inline(never)
    private func writeSeveral(to bytes: UnsafeMutablePointer<UInt8>) -> Int {
        var shift = (63 - leadingZeroBitCount) / 3 * 3
        var length = 0
        while shift >= 0 {
            bytes[length] = 0xCC
            bytes[length + 1] = ToneList.secondBytes(of: self >> UInt64(shift) & 7)
            length += 2
            shift -= 3
        }
        return length
    }

    /// The second UTF-8 byte of each tone's mark (the first is always CC), packed by the tone's raw value.
    @inline(__always)
    private static func secondBytes(of tone: UInt64) -> UInt8 {
        let bytes: UInt64 = 0xA3_89_83_81_80_00
        return UInt8(truncatingIfNeeded: bytes &>> (tone &* 8))
    }
}
