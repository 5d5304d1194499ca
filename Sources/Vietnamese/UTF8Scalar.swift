/// A scalar decoded from UTF-8, and its width in bytes.
struct UTF8Scalar {
    var scalar: Unicode.Scalar
    var width: Int

    /// Decodes the scalar at `position`; nil where the bytes are not well-formed UTF-8 (table 3-7 of Unicode).
    @inline(__always)
    init?(_ source: UnsafePointer<UInt8>, at position: Int, end: Int) {
        let first = source[position]
        let width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first < 0x80 || (0xC2...0xF4).contains(first), width <= end - position else { return nil }
        var value = UInt32(first) & (width == 1 ? 0x7F : 0x7F >> UInt32(width))
        for offset in 1..<max(width, 1) {
            let byte = source[position + offset]
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        // This rejects overlong forms. Surrogates and values above U+10FFFF are not scalars.
        guard width < 3 || value >= (width == 3 ? 0x800 : 0x10000), let scalar = Unicode.Scalar(value) else {
            return nil
        }
        self.scalar = scalar
        self.width = width
    }
}
