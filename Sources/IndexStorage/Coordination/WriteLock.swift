import Foundation

/// The right to write to an index, held by one process at a time and released by the system when that process ends.
package final class WriteLock: Sendable {
    private let descriptor: Int32

    /// Acquires the lock, or reports which process holds it.
    ///
    /// - Parameters:
    ///   - folder: the index, whose folder is created if it is missing.
    ///   - purpose: what this process does, in a few words for those who have to wait.
    /// - Throws: `IndexError.locked` immediately if another process has it, `IndexError.fileSystem`.
    package init(folder: IndexFolder, purpose: String) throws(IndexError) {
        try folder.create()
        let file = open(folder.lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .fileSystem(path: folder.lockPath, reason: lastSystemError()) }
        // Others who may read the index hold commits back with this file, see `CommitBarrier`.
        fchmod(file, folder.permissions.files)
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let failure = errno
            let holder = WriteLock.note(in: file)
            close(file)
            guard failure == EWOULDBLOCK else {
                throw .fileSystem(path: folder.lockPath, reason: String(cString: strerror(failure)))
            }
            throw .locked(path: folder.path, holder: holder)
        }
        let note = Array("\(purpose) (process \(getpid()))".utf8)
        ftruncate(file, 0)
        note.withUnsafeBytes { _ = pwrite(file, $0.baseAddress, $0.count, 0) }
        descriptor = file
    }

    deinit {
        // The next holder of the lock must not be mistaken for this process.
        ftruncate(descriptor, 0)
        close(descriptor)
    }

    private static func note(in file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 200)
        // The holder writes its note a moment after it has the lock.
        for _ in 0..<20 {
            let count = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
            if count > 0 { return String(decoding: bytes.prefix(count), as: UTF8.self) }
            usleep(1_000)
        }
        return "another process"
    }
}
