/// A source of bytes that are read once, from beginning to end.
protocol ByteSource: AnyObject {
    /// Fills the front of a buffer and returns the number of bytes read: 0 only at the end (or for an empty buffer).
    ///
    /// - Parameter buffer: The buffer that receives the bytes.
    /// - Returns: The number of bytes written, 0 at the end.
    /// - Throws: `Unreadable` where the bytes cannot be read; the source is at its end afterwards.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A source whose first bytes can be examined before they are read.
final class PeekedSource: ByteSource {
    private let upstream: any ByteSource
    private let head: UnsafeMutableRawBufferPointer
    private var headRange = 0..<0
    private var postponed: (any Error)?

    /// Wraps another source and can look `capacity` bytes ahead.
    init(_ upstream: any ByteSource, capacity: Int = 64 << 10) {
        self.upstream = upstream
        head = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { head.deallocate() }

    /// Returns the first bytes, at least `count` of them unless there are fewer.
    ///
    /// Call it before anything is read.
    ///
    /// A failure meanwhile is kept until the bytes before it have been read.
    func peek(_ count: Int) -> UnsafeRawBufferPointer {
        do {
            while headRange.upperBound < min(count, head.count) {
                let free = UnsafeMutableRawBufferPointer(rebasing: head[headRange.upperBound...])
                let count = try upstream.read(into: free)
                if count == 0 { break }
                headRange = headRange.lowerBound..<headRange.upperBound + count
            }
        } catch {
            postponed = error
        }
        return UnsafeRawBufferPointer(rebasing: head[headRange])
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard !headRange.isEmpty else {
            if let postponed { throw postponed }
            return try upstream.read(into: buffer)
        }
        let count = min(buffer.count, headRange.count)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: head[headRange.prefix(count)]))
        headRange = headRange.lowerBound + count..<headRange.upperBound
        return count
    }
}
