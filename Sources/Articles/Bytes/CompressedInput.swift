/// The fixed buffer of compressed bytes between a source and a decompressor.
struct CompressedInput: ~Copyable {
    private let source: any ByteSource
    private let buffer: UnsafeMutableRawBufferPointer
    private var range = 0..<0
    /// Whether the source has no more bytes.
    private(set) var isAtEnd = false

    init(_ source: any ByteSource) {
        self.source = source
        buffer = .allocate(byteCount: 64 << 10, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// The bytes that are still to be decompressed; the buffer is refilled first where it is empty.
    mutating func waiting() throws -> UnsafeMutableRawBufferPointer {
        if range.isEmpty, !isAtEnd {
            let count = try source.read(into: buffer)
            range = 0..<count
            isAtEnd = count == 0
        }
        return UnsafeMutableRawBufferPointer(rebasing: buffer[range])
    }

    /// Removes bytes from the front of the buffer.
    mutating func consume(_ count: Int) {
        range = min(range.lowerBound + count, range.upperBound)..<range.upperBound
    }
}
