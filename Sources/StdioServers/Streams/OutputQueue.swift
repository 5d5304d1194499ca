import Glibc

/// Bytes on their way to a descriptor whose reader may be slow.
struct OutputQueue {
    /// What a pipe that `poll` calls ready takes without waiting: POSIX's PIPE_BUF on Linux.
    private static let pieceLimit = 4_096

    private var bytes: [UInt8] = []
    private var start = 0
    /// Whether the reader is gone, so that nothing more is kept.
    private(set) var isBroken = false

    /// How many bytes wait.
    var count: Int { bytes.count - start }

    /// Puts bytes in line.
    mutating func append(_ more: [UInt8]) {
        guard !isBroken else { return }
        if start > bytes.count / 2 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes += more
    }

    /// Writes what a descriptor takes that is ready for writing.
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
