import CXXHash

/// Distinguishes a changed article from an unchanged one, and a damaged record from an undamaged one, by a hash of each
/// part.
///
/// It is no protection against deliberate collisions.
package struct ArticleHash: Hashable, Sendable {
    /// The hash of the fields that every hit shows.
    package var head: UInt32
    /// The hash of the text.
    package var body: UInt64
    /// The hash of the fields that are only stored; 0 if there are none.
    package var rest: UInt32

    /// Returns the hash of some bytes, 64 bits of XXH3.
    package static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        XXH3_64bits(bytes.baseAddress, bytes.count)
    }

    /// Returns the hash of some bytes, half as long.
    static func shortHash(of bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: hash(of: $0)) }
    }
}
