import CXXHash

/// What tells a changed article from an unchanged one, and a damaged record from a sound one: a hash for each of its parts.
///
/// It is no defence against somebody who makes collisions on purpose.
package struct ArticleHash: Hashable, Sendable {
    /// Of the fields that every hit shows.
    package var head: UInt32
    /// Of the text.
    package var body: UInt64
    /// Of the fields that are only kept; 0 where there are none.
    package var rest: UInt32

    /// The hash of some bytes, 64 bits of XXH3.
    package static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        XXH3_64bits(bytes.baseAddress, bytes.count)
    }

    /// The hash of some bytes, half as long.
    static func shortHash(of bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: hash(of: $0)) }
    }
}
