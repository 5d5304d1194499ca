/// The path of the daemon's socket, short enough for the kernel.
package struct SocketPath: Hashable, Sendable {
    /// The maximum length of a path in a Unix socket address on Linux, in bytes, without its terminating zero.
    package static let lengthLimit = 107

    /// The path.
    package let path: String

    /// Checks a path.
    ///
    /// - Parameter path: the path of the socket, which need not exist yet.
    /// - Throws: `SocketPathError` where the path is empty, contains a zero byte or is longer than 107 bytes.
    package init(_ path: String) throws(SocketPathError) {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .unusable }
        guard path.utf8.count <= Self.lengthLimit else { throw .tooLong(path: path) }
        self.path = path
    }

    /// The folder that holds the socket.
    package var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The file beside the socket that the running daemon keeps locked (`flock`).
    package var daemonLock: String { path + ".lock" }

    /// The file beside the socket that a client locks (`flock`) while it starts a daemon.
    package var launchLock: String { path + ".launch" }
}

/// Why a path cannot be used for a socket.
package enum SocketPathError: Error, Hashable, Sendable {
    /// The path is empty or contains a zero byte.
    case unusable
    /// The path is longer than the kernel allows.
    case tooLong(path: String)
}

extension SocketPathError: CustomStringConvertible {
    /// The error in one line.
    package var description: String {
        switch self {
        case .unusable: "the socket's path is empty or holds a zero byte; give another with --socket"
        case .tooLong(let path):
            "the socket's path has \(path.utf8.count) bytes and may have \(SocketPath.lengthLimit); "
                + "give a shorter one with --socket: \(path)"
        }
    }
}
