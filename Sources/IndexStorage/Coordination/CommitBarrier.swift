import Foundation
package import Xapian

/// Lets a reader whose snapshot was invalidated by commits finish: while it reads, commits wait.
///
/// A database read at one commit can be read until the second one after it. A search that takes longer would never end
/// while commits continue. After its snapshot has been invalidated once, a reader therefore holds commits back, for as
/// long as its own deadline allows. A waiting writer lets no further reader hold commits back before it has committed.
///
/// Both are locks on bytes of the file that the writing process also locks as a whole with another kind of lock
/// (`WriteLock`). It therefore makes no difference which processes read and write, and a process's locks are released
/// when it ends. If the file cannot be opened, neither readers nor writers wait.
///
/// A barrier belongs to one reader or writer.
package final class CommitBarrier {
    /// The maximum time that a writer waits: a stopped process must not stop the others.
    package static let patience = Duration.seconds(10)

    /// Linux's `F_OFD_SETLK`, which Swift does not import.
    private static let setOpenFileLock: Int32 = 37

    /// The bytes of the file that are locked.
    private enum Place: Int {
        /// Held by a writer that commits or wants to; a reader passes through it on its way to `reading`.
        case turnstile
        /// Held by the readers together, or by the writer that commits.
        case reading
    }

    private let folder: IndexFolder
    private var descriptor: Int32?

    package init(_ folder: IndexFolder) {
        self.folder = folder
    }

    deinit { if let descriptor { close(descriptor) } }

    /// Holds commits back until `release()`, after waiting for any commit in progress.
    ///
    /// - Parameter stop: ends the waiting early.
    /// - Returns: whether commits are held back; false if the file cannot be used.
    /// - Throws: `XapianError` with `cancelled` or `deadline`.
    package func hold(stop: MatchGuard?) throws(XapianError) -> Bool {
        guard let file = opened() else { return false }
        while true {
            switch CommitBarrier.lock(.turnstile, F_RDLCK, in: file) {
            case 0:
                let failure = CommitBarrier.lock(.reading, F_RDLCK, in: file)
                _ = CommitBarrier.lock(.turnstile, F_UNLCK, in: file)
                return failure == 0
            case EAGAIN, EACCES, EINTR: try stop?.check()
            default: return false
            }
            usleep(200)
        }
    }

    /// Allows commits again.
    package func release() {
        if let descriptor { _ = CommitBarrier.lock(.reading, F_UNLCK, in: descriptor) }
    }

    /// Commits once the readers that hold commits back are done, or when `patience` has elapsed.
    ///
    /// - Parameter body: performs the commit.
    /// - Throws: what the body throws.
    package func commit(_ body: () throws(XapianError) -> Void) throws(XapianError) {
        let file = opened()
        if let file {
            let deadline = ContinuousClock.now + CommitBarrier.patience
            for place in [Place.turnstile, .reading] {
                while [EAGAIN, EACCES, EINTR].contains(CommitBarrier.lock(place, F_WRLCK, in: file)), .now < deadline {
                    usleep(200)
                }
            }
        }
        defer {
            if let file {
                for place in [Place.reading, .turnstile] { _ = CommitBarrier.lock(place, F_UNLCK, in: file) }
            }
        }
        try body()
    }

    /// Locks or unlocks a byte for this open file without waiting, and returns the error number, or 0 on success.
    private static func lock(_ place: Place, _ kind: Int32, in file: Int32) -> Int32 {
        var range = flock()
        range.l_type = Int16(kind)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = off_t(place.rawValue)
        range.l_len = 1
        // The locks belong to the open file, not to the process, so that readers and the writer of one process are
        // distinguished.
        return fcntl(file, CommitBarrier.setOpenFileLock, &range) == 0 ? 0 : errno
    }

    private func opened() -> Int32? {
        if let descriptor { return descriptor }
        var file = open(folder.lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        // Reading needs no right to write: this suffices to hold commits back.
        if file < 0 { file = open(folder.lockPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
        guard file >= 0 else { return nil }
        descriptor = file
        return file
    }
}
