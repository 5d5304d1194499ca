import Foundation

/// Suspends writing to an index: a file in its folder forbids it to every process and across restarts.
extension IndexFolder {
    /// The file that exists while writing is suspended; it contains the time of the suspension.
    private var suspensionPath: String { path + "/SUSPENDED" }

    /// The time since which writing is suspended, in ISO 8601 format, or nil if it is not.
    package var suspendedSince: String? {
        // This is checked between any two batches of indexing, so no framework is used.
        let file = open(suspensionPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let length = read(file, &bytes, bytes.count)
        let text = String(decoding: bytes.prefix(max(0, length)), as: UTF8.self)
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Throws an error if writing is suspended.
    ///
    /// - Throws: `IndexError.suspended`.
    package func checkIsNotSuspended() throws(IndexError) {
        if let since = suspendedSince { throw .suspended(path: path, since: since) }
    }

    /// Suspends writing; a process that is writing ends soon.
    ///
    /// - Returns: false if writing was already suspended.
    /// - Throws: `IndexError` if the file cannot be written.
    package func suspend() throws(IndexError) -> Bool {
        try create()
        let file = open(suspensionPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { return false }
            throw IndexError(systemError: errno, at: suspensionPath)
        }
        defer { close(file) }
        fchmod(file, permissions.files)
        let moment = Array((Date().formatted(.iso8601) + "\n").utf8)
        guard write(file, moment, moment.count) == moment.count, fsync(file) == 0 else {
            let failure = errno
            unlink(suspensionPath)
            throw IndexError(systemError: failure, at: suspensionPath)
        }
        try makeDurable(entriesOf: path)
        return true
    }

    /// Resumes writing.
    ///
    /// - Returns: false if writing was not suspended.
    /// - Throws: `IndexError` if the file cannot be deleted.
    package func resume() throws(IndexError) -> Bool {
        guard unlink(suspensionPath) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return false }
            throw IndexError(systemError: errno, at: suspensionPath)
        }
        return true
    }
}
