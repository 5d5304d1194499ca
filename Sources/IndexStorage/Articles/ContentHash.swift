import CXXHash

/// A 128-bit XXH3 hash that distinguishes changed articles from unchanged ones and replaces over-long values.
///
/// It is no protection against deliberate collisions.
package struct ContentHash: Hashable, Sendable {
    /// The hash, 16 bytes, most significant first.
    package let bytes: [UInt8]

    /// Computes the hash of some bytes.
    package init(of content: [UInt8]) {
        let hash = content.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
        bytes = [hash.high64, hash.low64].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
        }
    }

    /// The hash in 32 lower-case hexadecimal digits.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
