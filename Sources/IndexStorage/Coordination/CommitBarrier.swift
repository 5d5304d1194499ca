import Foundation
package import Xapian

/// Lets a reader that commits have overtaken finish: while it reads, commits wait.
///
/// A database read at one commit can be read until the second one after it. A search that takes longer than that would never
/// end while commits go on. So after it was overtaken once, a reader holds commits back, for as long as its own deadline
/// allows; a writer that waits lets no further reader hold before it has committed. Both are locks on bytes of the file that the
/// writing process locks as a whole in another way (`WriteLock`), so that it makes no difference which processes read and
/// write, and what a process held is given back when it ends. Where the file cannot be had, nobody waits.
///
/// A barrier belongs to one reader or writer.
package final class CommitBarrier {
    /// How long a writer waits at most: a process that was stopped must not stop the others.
    package static let patience = Duration.seconds(10)

    /// Linux's `F_OFD_SETLK`, which Swift does not import.
    private static let setOpenFileLock: Int32 = 37

    /// The bytes of the file that are locked.
    private enum Place: Int {
        /// Held by whoever commits or wants to; a reader passes through it on its way to `reading`.
        case turnstile
        /// Held by the readers together, or by the one who commits.
        case reading
    }

    private let folder: IndexFolder
    private var descriptor: Int32?

    package init(_ folder: IndexFolder) {
        self.folder = folder
    }

    deinit { if let descriptor { close(descriptor) } }

    /// Holds commits back until `release()`, once the one that may be under way is done.
    ///
    /// - Parameter stop: ends the waiting early.
    /// - Returns: whether commits are held back; false where the file cannot be used.
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

    /// Lets commits go on.
    package func release() {
        if let descriptor { _ = CommitBarrier.lock(.reading, F_UNLCK, in: descriptor) }
    }

    /// Commits when the readers that hold commits back are done, or when the patience is at its end.
    ///
    /// - Parameter body: commits.
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

    /// Locks or unlocks a byte for this open file, at once; gives the number of the error, 0 where there is none.
    private static func lock(_ place: Place, _ kind: Int32, in file: Int32) -> Int32 {
        var range = flock()
        range.l_type = Int16(kind)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = off_t(place.rawValue)
        range.l_len = 1
        // Locks of the open file, not of the process: the readers and the writer of one process are told apart.
        return fcntl(file, CommitBarrier.setOpenFileLock, &range) == 0 ? 0 : errno
    }

    private func opened() -> Int32? {
        if let descriptor { return descriptor }
        let file = open(folder.lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return nil }
        descriptor = file
        return file
    }
}
