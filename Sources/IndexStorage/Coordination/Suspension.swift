import Foundation

/// Whether an index may be written: a file in its folder says that it may not, to every process and across restarts.
extension IndexFolder {
    /// The file that stands there while writing is suspended; it holds the moment from which on.
    private var suspensionPath: String { path + "/SUSPENDED" }

    /// The moment from which on writing is suspended, as ISO 8601 writes it, or nil where it is not.
    package var suspendedSince: String? {
        // Asked between any two batches of indexing, hence without a framework in between.
        let file = open(suspensionPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let length = read(file, &bytes, bytes.count)
        let text = String(decoding: bytes.prefix(max(0, length)), as: UTF8.self)
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Refuses where writing is suspended.
    ///
    /// - Throws: `IndexError.suspended`.
    package func checkIsNotSuspended() throws(IndexError) {
        if let since = suspendedSince { throw .suspended(path: path, since: since) }
    }

    /// Suspends writing; whoever is writing ends soon.
    ///
    /// - Returns: false where it was suspended already.
    /// - Throws: `IndexError` where that cannot be written down.
    package func suspend() throws(IndexError) -> Bool {
        try create()
        let file = open(suspensionPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { return false }
            throw IndexError(systemError: errno, at: suspensionPath)
        }
        defer { close(file) }
        let moment = Array((Date().formatted(.iso8601) + "\n").utf8)
        guard write(file, moment, moment.count) == moment.count, fsync(file) == 0 else {
            let failure = errno
            unlink(suspensionPath)
            throw IndexError(systemError: failure, at: suspensionPath)
        }
        try makeDurable(entriesOf: path)
        return true
    }

    /// Lets writing go on.
    ///
    /// - Returns: false where it was not suspended.
    /// - Throws: `IndexError` where the file cannot be deleted.
    package func resume() throws(IndexError) -> Bool {
        guard unlink(suspensionPath) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return false }
            throw IndexError(systemError: errno, at: suspensionPath)
        }
        return true
    }
}
