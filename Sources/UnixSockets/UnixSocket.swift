import Glibc

/// System calls on Unix stream sockets, as both ends need them.
package enum UnixSocket {
    /// Linux's `SO_PEERCRED`.
    package static let peerCredentialsOption = SO_PEERCRED

    /// A new socket that a program started later does not inherit, or nil with `errno` set.
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

    /// Gives a socket its place in the file system.
    ///
    /// - Returns: 0, or the error's number.
    package static func bind(_ descriptor: Int32, to path: SocketPath) -> Int32 {
        withAddress(of: path) { Glibc.bind(descriptor, $0, $1) } == 0 ? 0 : errno
    }

    /// Who is at the other end of a connected socket, or nil where the kernel does not say.
    package static func peer(of descriptor: Int32) -> PeerCredentials? {
        var credentials = PeerCredentials()
        var length = socklen_t(MemoryLayout<PeerCredentials>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else { return nil }
        return credentials
    }

    /// What the system calls an error.
    package static func reason(_ number: Int32) -> String {
        strerror(number).map { String(cString: $0) } ?? "error \(number)"
    }

    private static func withAddress(
        of path: SocketPath, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // `SocketPath` leaves room for the zero that the fresh address already holds.
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.path.utf8) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
