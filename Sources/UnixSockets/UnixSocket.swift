import Glibc

/// System calls on Unix stream sockets that both client and daemon need.
package enum UnixSocket {
    /// Linux's `SO_PEERCRED`.
    package static let peerCredentialsOption = SO_PEERCRED

    /// Creates a socket that child processes do not inherit (close-on-exec); nil with `errno` set where that fails.
    package static func open() -> Int32? {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        return descriptor < 0 ? nil : descriptor
    }

    /// Connects a socket.
    ///
    /// - Returns: 0, or the error's number.
    package static func connect(_ descriptor: Int32, to path: SocketPath) -> Int32 {
        withAddress(of: path) { Glibc.connect(descriptor, $0, $1) } == 0 ? 0 : errno
    }

    /// Binds a socket to a path.
    ///
    /// - Returns: 0, or the error's number.
    package static func bind(_ descriptor: Int32, to path: SocketPath) -> Int32 {
        withAddress(of: path) { Glibc.bind(descriptor, $0, $1) } == 0 ? 0 : errno
    }

    /// The process at the other end of a connected socket, or nil where the kernel does not say.
    package static func peer(of descriptor: Int32) -> PeerCredentials? {
        var credentials = PeerCredentials()
        var length = socklen_t(MemoryLayout<PeerCredentials>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else { return nil }
        return credentials
    }

    /// The system's message for an error number.
    package static func reason(_ number: Int32) -> String {
        strerror(number).map { String(cString: $0) } ?? "error \(number)"
    }

    /// Calls a closure with the address of a name in Linux's abstract namespace, which is shorter than a path may be.
    static func withAbstractAddress(
        _ name: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { bytes in
            UnsafeMutableRawBufferPointer(rebasing: bytes.dropFirst()).copyBytes(from: name.utf8)
        }
        let length = MemoryLayout<sa_family_t>.size + 1 + name.utf8.count
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(length)) }
        }
    }

    private static func withAddress(
        of path: SocketPath, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // `SocketPath` limits the length, so the terminating zero of the zeroed address is kept.
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.path.utf8) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
