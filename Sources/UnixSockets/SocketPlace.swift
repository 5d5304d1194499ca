import FilePaths
import Glibc

/// The steps by which a process claims the path of a socket; `SocketClaim` takes them in order.
enum SocketPlace {
    /// Whether a process listens at the path.
    static func answers(at path: SocketPath) -> Bool {
        guard let probe = UnixSocket.open() else { return false }
        defer { close(probe) }
        _ = fcntl(probe, F_SETFL, O_NONBLOCK)
        // A daemon whose backlog is full (EAGAIN) is alive.
        return [0, EAGAIN].contains(UnixSocket.connect(probe, to: path))
    }

    /// Takes the name that tells other processes that this daemon lives; nil where the name cannot be used.
    static func takePresence(of path: SocketPath) throws(SocketError) -> Int32? {
        // A daemon that has just ended may still hold it for an instant.
        for attempt in 0..<10 {
            if let descriptor = DaemonPresence.hold(path) { return descriptor }
            // Where the name is another user's, the lock file has to do.
            guard DaemonPresence.holder(of: path) != nil else { return nil }
            if attempt < 9 { usleep(5_000) }
        }
        throw .alreadyAnswered(path: path.path)
    }

    /// Locks the file beside the socket, which stays locked until the descriptor is closed.
    static func takeLock(of path: SocketPath) throws(SocketError) -> Int32 {
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
    static func clear(_ path: SocketPath) throws(SocketError) {
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

    /// Binds a socket to the path, at which nothing may be.
    ///
    /// - Returns: the socket, and the identity of its file.
    static func bind(_ path: SocketPath) throws(SocketError) -> (Int32, FileIdentity) {
        guard let descriptor = UnixSocket.open() else {
            throw .system(path: path.path, action: "open a socket", reason: UnixSocket.reason(errno))
        }
        var number = fchmod(descriptor, 0o600) == 0 ? 0 : errno
        if number == 0 { number = UnixSocket.bind(descriptor, to: path) }
        guard number == 0 else {
            close(descriptor)
            throw .system(path: path.path, action: "bind the socket", reason: UnixSocket.reason(number))
        }
        guard let identity = FileIdentity(path.path, followsLink: false) else {
            close(descriptor)
            throw .placeTaken(path: path.path, what: "something new")
        }
        return (descriptor, identity)
    }
}
