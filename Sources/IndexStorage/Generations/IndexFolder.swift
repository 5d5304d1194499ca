import FilePaths
import Foundation

/// The folder of an index: numbered generations, and one file that names the current one.
///
///     Index/CURRENT                    the number of the generation that is read and written, in decimal
///     Index/generation-000001/         one or two Xapian databases, see `Generation`
///     Index/writer.lock                locked by the process that writes; identifies it
///     Index/SUSPENDED                  exists while writing is suspended; contains the time of the suspension
///     Index/FAULTED                    exists after a fault until the generation is checked; describes the fault
///     Index/failures.json              what could not be indexed last time
///     Index/walks.json                 which folders were walked through, and the mount points in them
///     Index/salvage/                   what a rebuild reads of a generation that Xapian does not open
///
/// A new generation is made beside the old one under a name of its own (see `Generation`) and made durable as a whole.
/// Then the pointer is replaced by an atomic rename: a crash leaves either the old generation or the new one. Leftover
/// files are deleted by the next process that writes.
///
/// The folder, and any folder above it, may be a symbolic link. Links are followed once, when the description is
/// created, so that all files of an index are replaced in one folder and the links stay.
///
/// What is made in the folder has the folder's own permissions: an owner who lets others read the folder lets them read
/// the generations that come later, too.
package struct IndexFolder: Hashable, Sendable {
    /// The folder's absolute path, without symbolic links.
    package let path: String
    /// The folder's absolute path as it was named, for people.
    package let name: String
    private let danglingLink: ResolvedPath.DanglingLink?

    /// Creates the description of an index in a folder; nothing is created yet.
    package init(path: String) {
        name = URL(fileURLWithPath: path).standardizedFileURL.path
        let resolved = ResolvedPath(name)
        self.path = resolved.path
        danglingLink = resolved.danglingLink
    }

    /// The file that names the current generation.
    var pointerPath: String { path + "/CURRENT" }

    /// The new pointer file, before it replaces the pointer.
    var newPointerPath: String { pointerPath + ".new" }

    /// The file that lists what could not be indexed; the holder of the write lock replaces it.
    package var failuresPath: String { path + "/failures.json" }

    /// The file that lists the folders that were walked through; the holder of the write lock replaces it.
    package var walksPath: String { path + "/walks.json" }

    /// The folder in which a rebuild makes what is left of a damaged generation readable, until it is done.
    package var salvagePath: String { path + "/salvage" }

    /// The file that the writing process locks.
    package var lockPath: String { path + "/writer.lock" }

    /// Returns the number of the current generation, or nil if there is no index yet.
    ///
    /// - Throws: `IndexError` if the pointer cannot be read or does not contain a number.
    package func currentGeneration() throws(IndexError) -> Int? {
        // The pointer is read for every request, so no framework is used.
        let file = open(pointerPath, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR {
                try checkLinks()
                return nil
            }
            throw .fileSystem(path: pointerPath, reason: lastSystemError())
        }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 32)
        let length = read(file, &bytes, bytes.count)
        guard length >= 0 else { throw .fileSystem(path: pointerPath, reason: lastSystemError()) }
        let content = String(decoding: bytes.prefix(length), as: UTF8.self)
        guard let number = Int(content.trimmingCharacters(in: .whitespacesAndNewlines)), number > 0 else {
            throw .damaged(path: path, reason: "CURRENT does not hold the number of a generation")
        }
        return number
    }

    /// Throws an error if a link on the way to the folder leads nowhere.
    ///
    /// Its target is not created: a disk that is not mounted would then be mistaken for an empty one.
    private func checkLinks() throws(IndexError) {
        // The target may have come since the links were followed.
        guard let danglingLink, access(danglingLink.path, F_OK) != 0 else { return }
        throw .danglingLink(path: danglingLink.path, target: danglingLink.target)
    }

    /// The permissions of what is made in the folder: the folder's own, and without those to enter it for files.
    package var permissions: (folders: UInt32, files: UInt32) {
        var status = stat()
        let folders = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o700
        return (folders | 0o700, folders & 0o666 | 0o600)
    }

    /// Whether this process has no right to write to the index, which exists: it is another user's, or on a disk that
    /// cannot be written to.
    package var isReadOnly: Bool {
        let lacksRight = { (path: String) in access(path, W_OK) != 0 && [EACCES, EPERM, EROFS].contains(errno) }
        return lacksRight(path) || lacksRight(lockPath)
    }

    /// Creates the folder if it is missing; only its owner has access.
    package func create() throws(IndexError) {
        try checkLinks()
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .fileSystem(path: path, reason: systemReason(error))
        }
    }

    /// Points the index to a generation, durably and atomically; its files have to be durable already.
    package func setCurrentGeneration(_ number: Int) throws(IndexError) {
        let descriptor = open(newPointerPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw IndexError(systemError: errno, at: newPointerPath) }
        fchmod(descriptor, permissions.files)
        let content = Array("\(number)\n".utf8)
        let written = content.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        let isDurable = written == content.count && fsync(descriptor) == 0
        let failure = errno
        close(descriptor)
        guard isDurable else { throw IndexError(systemError: failure, at: newPointerPath) }
        guard rename(newPointerPath, pointerPath) == 0 else { throw IndexError(systemError: errno, at: pointerPath) }
        // The pointer is in place: if this failed, either generation would still be whole.
        try? makeDurable(entriesOf: path)
    }

    /// Returns the size of the current generation on disk in bytes.
    package func bytes() -> Int {
        guard let number = try? currentGeneration() else { return 0 }
        return generation(number).bytes()
    }
}

/// Returns the system's description of the error of the last failed call.
package func lastSystemError() -> String { String(cString: strerror(errno)) }

/// Returns the system's own description of a file error, without the framework's wrapping.
func systemReason(_ error: any Error) -> String {
    guard let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError else {
        return error.localizedDescription
    }
    return String(cString: strerror(cause.code.rawValue))
}
