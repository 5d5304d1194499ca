import Glibc

/// A queue of bytes for a descriptor whose reader may be slow.
struct OutputQueue {
    /// The number of bytes that a pipe accepts without blocking after `poll` reports it ready: POSIX's PIPE_BUF on
    /// Linux.
    private static let pieceLimit = 4_096

    private var bytes: [UInt8] = []
    private var start = 0
    /// Whether the reader is gone, so that further output is dropped.
    private(set) var isBroken = false

    /// The number of bytes to be written.
    var count: Int { bytes.count - start }

    /// Appends bytes to the queue.
    mutating func append(_ more: [UInt8]) {
        guard !isBroken else { return }
        if start > bytes.count / 2 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes += more
    }

    /// Writes as many bytes as a descriptor accepts that is ready for writing.
    mutating func write(to descriptor: Int32) {
        guard count > 0 else { return }
        let end = min(bytes.count, start + OutputQueue.pieceLimit)
        let written = bytes[start..<end].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if written >= 0 {
            start += written
            if start == bytes.count { (bytes, start) = ([], 0) }
        } else if errno != EINTR, errno != EAGAIN {
            (bytes, start, isBroken) = ([], 0, true)
        }
    }
}
