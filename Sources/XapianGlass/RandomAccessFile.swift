import Foundation
package import Xapian

/// A file that is written and read at places of the caller's choosing, by any thread; its errors are Xapian's.
package final class RandomAccessFile: Sendable {
    /// Where it lies.
    package let path: String
    private let descriptor: Int32

    /// Makes an empty file in the place of any that is there.
    ///
    /// - Parameter path: where it is to lie.
    /// - Throws: `database`, `diskFull`.
    package init(path: String) throws(XapianError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw XapianError(systemError: errno, "cannot make \(path)") }
    }

    /// Opens a file that is only read.
    ///
    /// - Parameter path: where it lies.
    /// - Throws: `database`.
    package init(reading path: String) throws(XapianError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw XapianError(systemError: errno, "cannot open \(path)") }
    }

    deinit { close(descriptor) }

    /// Writes all of some bytes.
    ///
    /// - Parameters:
    ///   - bytes: the bytes.
    ///   - place: where the first of them goes, in bytes from the file's beginning.
    /// - Throws: `database`, `diskFull`.
    package func write(_ bytes: UnsafeRawBufferPointer, at place: Int) throws(XapianError) {
        guard let start = bytes.baseAddress else { return }
        var done = 0
        while done < bytes.count {
            let written = pwrite(descriptor, start + done, bytes.count - done, place + done)
            if written > 0 {
                done += written
            } else if errno != EINTR || written == 0 {
                throw XapianError(systemError: written == 0 ? ENOSPC : errno, "cannot write \(path)")
            }
        }
    }

    /// Reads as many bytes as there are, up to the size of the buffer.
    ///
    /// - Parameters:
    ///   - bytes: the buffer.
    ///   - place: where to begin, in bytes from the file's beginning.
    /// - Returns: how many bytes were read.
    /// - Throws: `database`.
    package func read(_ bytes: UnsafeMutableRawBufferPointer, at place: Int) throws(XapianError) -> Int {
        guard let start = bytes.baseAddress else { return 0 }
        var done = 0
        while done < bytes.count {
            let count = pread(descriptor, start + done, bytes.count - done, place + done)
            if count == 0 { break }
            if count > 0 {
                done += count
            } else if errno != EINTR {
                throw XapianError(systemError: errno, "cannot read \(path)")
            }
        }
        return done
    }
}

extension XapianError {
    /// What the system says of a call that failed.
    init(systemError number: Int32, _ what: String) {
        let kind: Kind = number == ENOSPC || number == EDQUOT ? .diskFull : .database
        self.init(kind: kind, message: "\(what) (\(String(cString: strerror(number))))")
    }
}
