import Foundation
package import Xapian

/// A file that any thread can read and write at any offset; its errors are Xapian's.
package final class RandomAccessFile: Sendable {
    /// The file's path.
    package let path: String
    private let descriptor: Int32

    /// Creates an empty file, replacing any that exists.
    ///
    /// - Parameter path: the file's path.
    /// - Throws: `database`, `diskFull`.
    package init(path: String) throws(XapianError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw XapianError(systemError: errno, "cannot make \(path)") }
    }

    /// Opens a file for reading only.
    ///
    /// - Parameter path: the file's path.
    /// - Throws: `database`.
    package init(reading path: String) throws(XapianError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw XapianError(systemError: errno, "cannot open \(path)") }
    }

    deinit { close(descriptor) }

    /// Writes all of the given bytes.
    ///
    /// - Parameters:
    ///   - bytes: the bytes.
    ///   - place: the offset in the file, in bytes.
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

    /// Reads bytes until the buffer is full or the file ends.
    ///
    /// - Parameters:
    ///   - bytes: the buffer.
    ///   - place: the offset in the file, in bytes.
    /// - Returns: the number of bytes read.
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
    /// Creates the error for a system call that failed.
    init(systemError number: Int32, _ what: String) {
        let kind: Kind = number == ENOSPC || number == EDQUOT ? .diskFull : .database
        self.init(kind: kind, message: "\(what) (\(String(cString: strerror(number))))")
    }
}
