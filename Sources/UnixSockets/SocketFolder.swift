import Glibc

/// The folder that contains the socket; only its owner may create files there.
package enum SocketFolder {
    /// Creates the folder with mode 0700 where it is missing, and refuses one that others could change.
    ///
    /// - Parameter folder: the folder's path.
    /// - Throws: `SocketFolderError` where it cannot be created, is not a folder or only a symbolic link to one,
    ///   belongs to another user, or is writable by the group or by everybody.
    package static func prepare(_ folder: String) throws(SocketFolderError) {
        if let number = make(folder) { throw .cannotMake(path: folder, reason: UnixSocket.reason(number)) }
        var status = stat()
        guard lstat(folder, &status) == 0 else { throw .noFolder(path: folder) }
        // A link could be redirected between this check and the creation of the socket.
        guard status.st_mode & S_IFMT != S_IFLNK else { throw .symbolicLink(path: folder) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .noFolder(path: folder) }
        guard status.st_uid == geteuid() else { throw .othersFolder(path: folder) }
        guard status.st_mode & 0o022 == 0 else { throw .writableByOthers(path: folder) }
    }

    private static func make(_ folder: String) -> Int32? {
        if mkdir(folder, 0o700) == 0 || errno == EEXIST { return nil }
        guard errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { return errno }
        if let number = make(String(folder[..<slash])) { return number }
        return mkdir(folder, 0o700) == 0 || errno == EEXIST ? nil : errno
    }
}

/// Why a folder cannot be used for the socket.
package enum SocketFolderError: Error, Hashable, Sendable {
    /// The folder is missing and cannot be created.
    case cannotMake(path: String, reason: String)
    /// The path is not a folder's.
    case noFolder(path: String)
    /// The path is a symbolic link.
    case symbolicLink(path: String)
    /// The folder belongs to another user.
    case othersFolder(path: String)
    /// The folder is writable by the group or by everybody.
    case writableByOthers(path: String)
}

extension SocketFolderError: CustomStringConvertible {
    /// The error in one line.
    package var description: String {
        switch self {
        case .cannotMake(let path, let reason):
            "\(path): the socket's folder cannot be made: \(reason); give another with --socket"
        case .noFolder(let path): "\(path): the socket's folder is no folder; give another with --socket"
        case .symbolicLink(let path):
            "\(path): the socket's folder is a symbolic link; name the folder that it leads to with --socket"
        case .othersFolder(let path): "\(path): the socket's folder belongs to another user; give another with --socket"
        case .writableByOthers(let path):
            "\(path): others may write in the socket's folder; chmod go-w it, or give another with --socket"
        }
    }
}
