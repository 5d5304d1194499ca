/// The lines of a source, read into one buffer that never grows past the longest line allowed.
final class LineReader {
    /// The result of reading one line.
    enum Line {
        /// A line without its line break (`\n` or `\r\n`); the bytes are valid until the next call.
        case bytes(UnsafeRawBufferPointer)
        /// A line over the limit; it was skipped and its bytes were discarded.
        case tooLong
    }

    private let source: any ByteSource
    private let limit: Int
    private var buffer: UnsafeMutableRawBufferPointer
    private var filled = 0..<0
    private var isAtEnd = false

    /// The buffer's size in bytes; it never exceeds the limit by more than the two bytes of a line break.
    var capacity: Int { buffer.count }

    /// Reads the lines of a source; a line may have `limit` bytes, its line break not counted.
    init(_ source: any ByteSource, limit: Int) {
        self.source = source
        self.limit = max(1, min(limit, 1 << 40))
        buffer = .allocate(byteCount: min(256 << 10, self.limit + 2), alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// The next line, or nil at the end; a last line without a line break counts.
    ///
    /// - Returns: The line, or nil.
    /// - Throws: Any error of the source; the unfinished line before it is dropped.
    func next() throws -> Line? {
        var searched = 0
        while true {
            let waiting = UnsafeRawBufferPointer(rebasing: buffer[filled])
            if let end = waiting.firstNewline(from: searched) {
                filled = filled.lowerBound + end + 1..<filled.upperBound
                return line(waiting.prefix(end))
            }
            searched = waiting.count
            if isAtEnd {
                filled = filled.upperBound..<filled.upperBound
                return waiting.isEmpty ? nil : line(waiting[...])
            }
            if waiting.count >= limit + 2 {
                try skipLine()
                return .tooLong
            }
            try fill()
        }
    }

    private func line(_ bytes: Slice<UnsafeRawBufferPointer>) -> Line {
        let content = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
        return content.count > limit ? .tooLong : .bytes(UnsafeRawBufferPointer(rebasing: content))
    }

    private func fill() throws {
        if filled.lowerBound > 0 {
            let waiting = UnsafeRawBufferPointer(rebasing: buffer[filled])
            buffer.copyMemory(from: waiting)
            filled = 0..<waiting.count
        }
        if filled.count == buffer.count {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: min(buffer.count * 2, limit + 2), alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[filled]))
            buffer.deallocate()
            buffer = larger
        }
        let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled.upperBound...]))
        isAtEnd = count == 0
        filled = filled.lowerBound..<filled.upperBound + count
    }

    private func skipLine() throws {
        while true {
            let count = try source.read(into: buffer)
            filled = 0..<count
            isAtEnd = count == 0
            if isAtEnd { return }
            if let end = UnsafeRawBufferPointer(rebasing: buffer[filled]).firstNewline(from: 0) {
                filled = end + 1..<count
                return
            }
        }
    }
}
