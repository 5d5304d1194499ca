import Glibc
internal import SearchProtocol
import UnixSockets

/// The right to start the daemon of one socket: clients that want to start it at the same time take turns.
struct LaunchLock: ~Copyable {
    private let descriptor: Int32

    /// Waits for the right, at most until the deadline.
    init(_ path: SocketPath, _ deadline: Deadline) throws(ClientError) {
        descriptor = try Self.acquire(path, deadline)
    }

    deinit { close(descriptor) }

    /// Whether a daemon holds the socket's lock or its name, listening or not.
    static func isDaemonAlive(at path: SocketPath) -> Bool {
        isLocked(path) || DaemonPresence.holder(of: path) != nil
    }

    private static func isLocked(_ path: SocketPath) -> Bool {
        let descriptor = Glibc.open(path.daemonLock, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    private static func acquire(_ path: SocketPath, _ deadline: Deadline) throws(ClientError) -> Int32 {
        do throws(SocketFolderError) { try SocketFolder.prepare(path.folder) } catch {
            throw .badFolder(error)
        }
        let descriptor = Glibc.open(path.launchLock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .launchFailed(.besideSocket(path: path.launchLock, reason: UnixSocket.reason(errno)))
        }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard !deadline.hasPassed else {
                close(descriptor)
                throw .timedOut(path: path.path, action: "start")
            }
            usleep(5_000)
        }
        return descriptor
    }
}
