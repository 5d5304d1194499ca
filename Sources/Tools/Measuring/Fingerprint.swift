/// FNV-1a over texts: the same on every machine and in every run, unlike the standard library's hashes.
package struct Fingerprint {
    /// The hash of the texts added.
    package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Creates an empty fingerprint.
    package init() {}

    /// Adds a text and an end marker, so that `ab`, `c` differs from `a`, `bc`.
    package mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
