/// A 64-bit hash of short byte strings, read eight bytes at a time and mixed by a full-width multiplication.
///
/// The construction is that of wyhash (Wang Yi, public domain), reduced to the needs of a hash table. It is the same in
/// every process, but nothing that is stored may depend on it.
enum KeyHash {
    /// The number of bytes that must be readable past the end of the hashed or compared bytes.
    static let slack = 16

    /// The hash of `length` bytes; `slack` bytes past them must be readable and do not affect the hash.
    @inline(__always)
    static func hash(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        let raw = UnsafeRawPointer(bytes)
        var result = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
        var offset = 0
        repeat {
            let low = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & mask(length &- offset)
            let high = raw.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self) & mask(length &- offset &- 8)
            result = mix(result ^ low ^ 0xA076_1D64_78BD_642F, high ^ 0xE703_7ED1_A0B4_28DB)
            offset &+= 16
        } while offset < length
        return result
    }

    /// Whether two strings of the same length are equal; `slack` bytes past both must be readable.
    @inline(__always)
    static func areEqual(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let (left, right) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
        // Nearly every key takes two words at most, and a branch on the number of words would be mispredicted.
        let low = left.loadUnaligned(as: UInt64.self) ^ right.loadUnaligned(as: UInt64.self)
        let high =
            left.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            ^ right.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        if low & mask(length) | high & mask(length &- 8) != 0 { return false }
        var offset = 16
        while offset < length {
            let first = left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let second = right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if (first ^ second) & mask(length &- offset) != 0 { return false }
            offset &+= 8
        }
        return true
    }

    /// The low bytes of a little-endian word that belong to a string with `count` bytes left.
    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 {
        // A shift by 64 gives 0, and 0 - 1 sets every bit. This avoids a branch, because lengths are unpredictable.
        let bits = UInt64(truncatingIfNeeded: max(0, min(count, 8)) &* 8)
        return (1 << bits) &- 1
    }

    @inline(__always)
    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
