/// Bytes that arrive while they are read: from a descriptor, such as a pipe, or from another part of the program.
package enum ByteStream: Sendable {
    /// A descriptor open for reading, which stays open.
    case descriptor(Int32)
    /// A closure that fills the front of a buffer, waiting for at least one byte, and returns their number: 0 at the end,
    /// nil where the bytes were cut off before it.
    case parts(@Sendable (UnsafeMutableRawBufferPointer) -> Int?)
}

/// The bytes that another part of the program delivers.
final class StreamSource: CountingSource {
    private let parts: (UnsafeMutableRawBufferPointer) -> Int?
    private(set) var consumed = 0

    /// Reads with a closure; see `ByteStream.parts`.
    init(_ parts: @escaping (UnsafeMutableRawBufferPointer) -> Int?) { self.parts = parts }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard !buffer.isEmpty else { return 0 }
        guard let count = parts(buffer) else { throw Unreadable("ended before its last part: send it again") }
        consumed += count
        return count
    }
}
