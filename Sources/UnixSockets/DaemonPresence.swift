import FilePaths
import Glibc

/// A name in Linux's abstract namespace that the daemon of one socket holds for as long as it lives.
///
/// The socket and the lock file beside it can be removed under a live daemon, by a cleaner of temporary files or with their
/// folder. This name cannot, so that no second daemon is started beside the first, and the first is still found. Nothing is
/// served there: abstract names have no permissions, and processes without access to the socket's folder could connect.
///
/// It is missing where the daemon is in another network namespace; then there is only the lock file.
package enum DaemonPresence {
    /// The maximum number of clients that ask at once.
    private static let backlog: Int32 = 128

    /// Holds the name for this process.
    ///
    /// - Parameter path: the daemon's socket.
    /// - Returns: the descriptor that holds it until it is closed, or nil where another process has the name, see `holder`, or
    ///   the system refuses it.
    package static func hold(_ path: SocketPath) -> Int32? {
        guard let descriptor = UnixSocket.open() else { return nil }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        let isBound = UnixSocket.withAbstractAddress(name(of: path)) { Glibc.bind(descriptor, $0, $1) } == 0
        if isBound, listen(descriptor, backlog) == 0 { return descriptor }
        close(descriptor)
        return nil
    }

    /// The process of this user that holds the name; nil where there is none.
    ///
    /// Its process id is 0 where it is in another process namespace.
    package static func holder(of path: SocketPath) -> PeerCredentials? {
        let name = name(of: path)
        for _ in 0..<30 {
            guard let probe = UnixSocket.open() else { return nil }
            defer { close(probe) }
            _ = fcntl(probe, F_SETFL, O_NONBLOCK)
            switch UnixSocket.withAbstractAddress(name, { Glibc.connect(probe, $0, $1) == 0 ? 0 : errno }) {
            case 0:
                // The kernel reports the process that listens, before it has accepted anything.
                return UnixSocket.peer(of: probe).flatMap { $0.isSameUser ? $0 : nil }
            // The holder forgets those that have asked twice a second.
            case EAGAIN, EINTR: usleep(20_000)
            default: return nil
            }
        }
        return nil
    }

    /// Forgets the clients that have asked.
    ///
    /// - Parameter descriptor: the descriptor of a name that is held.
    package static func forgetClients(_ descriptor: Int32) {
        while true {
            let client = accept(descriptor, nil, nil)
            guard client >= 0 else { return }
            close(client)
        }
    }

    /// The name, of which the user is a part so that users do not get in each other's way.
    private static func name(of path: SocketPath) -> String {
        // The path may be as long as an address, so the name has its hash: 64-bit FNV-1a.
        let hash = ResolvedPath(path.path).path.utf8.reduce(into: 0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return "tracuud-\(geteuid())-\(String(hash, radix: 16))"
    }
}
