import Glibc

/// A socket that the supervisor bound and listens on, handed over when the daemon is started: sd_listen_fds(3).
package struct ActivatedSocket: Sendable {
    /// The listening socket.
    package let descriptor: Int32
    /// The path of the socket.
    package let path: SocketPath

    /// The number of the first descriptor that is handed over.
    private static let firstDescriptor: Int32 = 3

    /// The socket that was handed over to this process, or nil where none was.
    ///
    /// - Parameter environment: contains `LISTEN_PID` and `LISTEN_FDS`, and optionally `LISTEN_FDNAMES`.
    /// - Returns: the socket.
    /// - Throws: `ActivationError` where the descriptors handed over are not one listening Unix stream socket with a
    ///   path.
    package static func take(_ environment: [String: String]) throws(ActivationError) -> ActivatedSocket? {
        guard let process = environment["LISTEN_PID"], Int32(process) == getpid(),
            let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }), count > 0
        else { return nil }
        let names = environment["LISTEN_FDNAMES"]?.split(separator: ":", omittingEmptySubsequences: false) ?? []
        guard count == 1 else { throw .tooMany(count: Int(count), names: names.map(String.init)) }
        let name = names.first.map(String.init) ?? "unknown"
        // Inherited on purpose; processes started from here must not inherit it again.
        guard fcntl(firstDescriptor, F_SETFD, FD_CLOEXEC) == 0 else { throw .unfit(name: name, "it is not open") }
        return ActivatedSocket(descriptor: firstDescriptor, path: try path(of: firstDescriptor, name: name))
    }

    private static func path(of descriptor: Int32, name: String) throws(ActivationError) -> SocketPath {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else {
            throw .unfit(name: name, "it is no socket")
        }
        guard option(SO_DOMAIN, of: descriptor) == AF_UNIX else { throw .unfit(name: name, "it is no Unix socket") }
        guard option(SO_TYPE, of: descriptor) == Int32(SOCK_STREAM.rawValue) else {
            throw .unfit(name: name, "it is no stream socket")
        }
        guard option(SO_ACCEPTCONN, of: descriptor) == 1 else { throw .unfit(name: name, "it does not listen") }
        var address = sockaddr_un()
        var length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let found = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard found == 0 else { throw .unfit(name: name, UnixSocket.reason(errno)) }
        let path = withUnsafeBytes(of: &address.sun_path) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        do throws(SocketPathError) { return try SocketPath(path) } catch {
            throw .unfit(name: name, "it has no path in the file system")
        }
    }

    private static func option(_ option: Int32, of descriptor: Int32) -> Int32? {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, option, &value, &length) == 0 ? value : nil
    }
}

/// Why a socket that a supervisor handed over cannot be served.
package enum ActivationError: Error, Hashable, Sendable {
    /// More than one was handed over.
    case tooMany(count: Int, names: [String])
    /// The descriptor is not a suitable socket.
    case unfit(name: String, String)
}

extension ActivationError: CustomStringConvertible {
    /// The error in one line.
    package var description: String {
        switch self {
        case .tooMany(let count, let names):
            "\(count) descriptors were handed over (\(names.joined(separator: ", "))), one is served; "
                + "leave one ListenStream in the socket unit"
        case .unfit(let name, let reason):
            "the descriptor \(name) that was handed over cannot be served: \(reason); "
                + "the socket unit needs one ListenStream with a path"
        }
    }
}
