import Glibc
import Synchronization
package import UnixSockets

/// The socket's path in the file system, claimed by this process: bound, not yet listening.
///
/// Two daemons cannot claim one path: a lock file beside the socket stays locked (`flock`) until the process ends. It
/// is never deleted, since two processes could hold a deleted lock. A process that finds a daemon that answers gives
/// way.
///
/// The socket gets mode 0600 in the very call that creates it, without touching the process-wide `umask`: Linux takes
/// the mode from the unbound socket, less the mask.
package final class SocketClaim: Sendable {
    /// The path of the socket.
    package let path: SocketPath
    /// The bound socket, until `takeDescriptor` returns it.
    private let descriptor: Mutex<Int32?>
    /// The identity of the file that was bound here, or nil where it is the supervisor's and stays.
    private let identity: FileIdentity?
    private let lock: Int32?

    /// Claims a path: creates its folder, takes the lock, replaces what a dead daemon left, and binds.
    ///
    /// - Parameter path: the path of the socket to create.
    /// - Throws: `SocketError` where the path cannot be claimed safely.
    package init(_ path: SocketPath) throws(SocketError) {
        do throws(SocketFolderError) { try SocketFolder.prepare(path.folder) } catch { throw .folder(error) }
        if Self.answers(at: path) { throw .alreadyAnswered(path: path.path) }
        let lock = try Self.takeLock(of: path)
        do throws(SocketError) {
            try Self.clear(path)
            let descriptor = try Self.bind(path)
            guard let identity = FileIdentity(path: path.path) else {
                close(descriptor)
                throw .placeTaken(path: path.path, what: "something new")
            }
            self.path = path
            self.lock = lock
            self.identity = identity
            self.descriptor = Mutex(descriptor)
        } catch {
            close(lock)
            throw error
        }
    }

    /// Takes over a socket that a supervisor bound, and on which it listens even after this process has ended.
    ///
    /// It is not removed: when a client connects while no daemon runs, the supervisor starts one. The lock beside it
    /// is taken where no process holds it; a daemon that served the path before and can no longer be reached there may
    /// still hold it.
    ///
    /// - Parameter activated: the socket.
    package init(_ activated: ActivatedSocket) {
        path = activated.path
        descriptor = Mutex(activated.descriptor)
        identity = nil
        lock = try? Self.takeLock(of: activated.path)
    }

    /// Whether the socket is a supervisor's, which continues to listen when this process has ended.
    package var isSupervised: Bool { identity == nil }

    deinit { release() }

    /// The bound socket, for the caller to listen on and to close; nil when it was taken before.
    package func takeDescriptor() -> Int32? {
        descriptor.withLock { $0.take() }
    }

    /// Removes the socket from the file system, if it is still the one that was bound here.
    package func removeSocket() {
        if let identity, FileIdentity(path: path.path) == identity { unlink(path.path) }
    }

    /// Removes the socket and releases the path for another daemon.
    private func release() {
        removeSocket()
        if let descriptor = takeDescriptor() { close(descriptor) }
        if let lock { close(lock) }
    }

    private static func answers(at path: SocketPath) -> Bool {
        guard let probe = UnixSocket.open() else { return false }
        defer { close(probe) }
        _ = fcntl(probe, F_SETFL, O_NONBLOCK)
        // A daemon whose backlog is full (EAGAIN) is alive.
        return [0, EAGAIN].contains(UnixSocket.connect(probe, to: path))
    }

    private static func takeLock(of path: SocketPath) throws(SocketError) -> Int32 {
        let descriptor = open(path.daemonLock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .system(path: path.daemonLock, action: "open the lock file", reason: UnixSocket.reason(errno))
        }
        // A client that checks whether the lock is held takes it for an instant itself.
        for attempt in 0..<10 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
            if attempt < 9 { usleep(5_000) }
        }
        close(descriptor)
        throw .alreadyAnswered(path: path.path)
    }

    /// Clears the path: only a socket of this user on which no process listens is removed.
    private static func clear(_ path: SocketPath) throws(SocketError) {
        var status = stat()
        guard lstat(path.path, &status) == 0 else {
            if errno == ENOENT { return }
            throw .system(path: path.path, action: "look at the socket's place", reason: UnixSocket.reason(errno))
        }
        switch status.st_mode & S_IFMT {
        case S_IFSOCK: break
        case S_IFLNK: throw .placeTaken(path: path.path, what: "a symbolic link")
        default: throw .placeTaken(path: path.path, what: "something that is no socket")
        }
        guard status.st_uid == geteuid() else { throw .placeTaken(path: path.path, what: "another user's socket") }
        guard let probe = UnixSocket.open() else {
            throw .system(path: path.path, action: "open a socket", reason: UnixSocket.reason(errno))
        }
        defer { close(probe) }
        _ = fcntl(probe, F_SETFL, O_NONBLOCK)
        switch UnixSocket.connect(probe, to: path) {
        case ECONNREFUSED: unlink(path.path)
        case ENOENT: return
        case 0, EAGAIN: throw .alreadyAnswered(path: path.path)
        case let number:
            throw .system(path: path.path, action: "ask whether a daemon answers", reason: UnixSocket.reason(number))
        }
    }

    private static func bind(_ path: SocketPath) throws(SocketError) -> Int32 {
        guard let descriptor = UnixSocket.open() else {
            throw .system(path: path.path, action: "open a socket", reason: UnixSocket.reason(errno))
        }
        var number = fchmod(descriptor, 0o600) == 0 ? 0 : errno
        if number == 0 { number = UnixSocket.bind(descriptor, to: path) }
        guard number == 0 else {
            close(descriptor)
            throw .system(path: path.path, action: "bind the socket", reason: UnixSocket.reason(number))
        }
        return descriptor
    }
}

/// The identity of the file at a path, not following a symbolic link.
private struct FileIdentity: Equatable {
    let device: dev_t
    let inode: ino_t

    init?(path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        (device, inode) = (status.st_dev, status.st_ino)
    }
}
