import FilePaths
import Glibc
import Synchronization

/// The socket's path in the file system, claimed by this process: bound, not yet listening.
///
/// Two daemons cannot claim one path: a lock file beside the socket stays locked (`flock`) until the process ends. It
/// is never deleted by a daemon, since two processes could hold a deleted lock; where something else deletes it, the
/// name in `DaemonPresence` still keeps a second daemon away. A process that finds a daemon that answers gives way.
///
/// The socket gets mode 0600 in the very call that creates it, without touching the process-wide `umask`: Linux takes
/// the mode from the unbound socket, less the mask.
package final class SocketClaim: Sendable {
    private struct Holdings {
        /// The bound socket, until `takeDescriptor` returns it.
        var descriptor: Int32?
        /// The identity of the socket at the path; nil where a supervisor's could not be seen from the start.
        var identity: FileIdentity?
        var lock: Int32?
        /// The descriptor of the name in `DaemonPresence`.
        var presence: Int32?
        var isReleased = false
    }

    /// The path of the socket.
    package let path: SocketPath
    /// Whether the socket is a supervisor's, which continues to listen when this process has ended.
    package let isSupervised: Bool
    private let holdings: Mutex<Holdings>

    /// Claims a path: creates its folder, takes the lock, replaces what a dead daemon left, and binds.
    ///
    /// - Parameter path: the path of the socket to create.
    /// - Throws: `SocketError` where the path cannot be claimed safely.
    package init(_ path: SocketPath) throws(SocketError) {
        do throws(SocketFolderError) { try SocketFolder.prepare(path.folder) } catch { throw .folder(error) }
        if SocketPlace.answers(at: path) { throw .alreadyAnswered(path: path.path) }
        let presence = try SocketPlace.takePresence(of: path)
        var taken: [Int32] = presence.map { [$0] } ?? []
        do throws(SocketError) {
            let lock = try SocketPlace.takeLock(of: path)
            taken.append(lock)
            try SocketPlace.clear(path)
            let (descriptor, identity) = try SocketPlace.bind(path)
            self.path = path
            isSupervised = false
            holdings = Mutex(Holdings(descriptor: descriptor, identity: identity, lock: lock, presence: presence))
        } catch {
            for descriptor in taken { close(descriptor) }
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
        isSupervised = true
        holdings = Mutex(
            Holdings(
                descriptor: activated.descriptor, identity: FileIdentity(activated.path.path, followsLink: false),
                lock: try? SocketPlace.takeLock(of: activated.path),
                presence: try? SocketPlace.takePresence(of: activated.path)))
    }

    deinit { release() }

    /// The bound socket, for the caller to listen on and to close; nil when it was taken before.
    package func takeDescriptor() -> Int32? {
        holdings.withLock { $0.descriptor.take() }
    }

    /// Removes the socket from the file system, if it is still the one that was bound here, and binds no other.
    package func removeSocket() {
        let identity = holdings.withLock { holdings in
            holdings.isReleased = true
            return holdings.identity
        }
        if !isSupervised, let identity, FileIdentity(path.path, followsLink: false) == identity { unlink(path.path) }
    }

    /// Looks whether the socket is still at its path, and binds anew where nothing is there any more.
    ///
    /// Whatever else is at the path stays. A supervisor's socket is the supervisor's to make again.
    ///
    /// - Returns: the socket that was bound anew, for the caller to listen on and to close; nil where nothing changed.
    /// - Throws: `SocketError.alreadyAnswered` where another daemon has taken the path over, `SocketError.unnamed`
    ///   where the supervisor's socket has no path any more, and other errors where the next attempt may succeed.
    package func renew() throws(SocketError) -> Int32? {
        let outcome: Result<Int32?, SocketError> = holdings.withLock { holdings in
            do throws(SocketError) { return .success(try renew(&holdings)) } catch { return .failure(error) }
        }
        return try outcome.get()
    }

    private func renew(_ holdings: inout Holdings) throws(SocketError) -> Int32? {
        if let presence = holdings.presence {
            DaemonPresence.forgetClients(presence)
        } else {
            holdings.presence = DaemonPresence.hold(path)
        }
        guard !holdings.isReleased, let identity = holdings.identity else { return nil }
        let found = FileIdentity(path.path, followsLink: false)
        if found == identity { return nil }
        guard !isSupervised else { throw .unnamed(path: path.path) }
        if found != nil {
            if SocketPlace.answers(at: path) { throw .alreadyAnswered(path: path.path) }
            throw .placeTaken(path: path.path, what: "something else")
        }
        do throws(SocketFolderError) { try SocketFolder.prepare(path.folder) } catch { throw .folder(error) }
        // The lock file may have been removed with the socket, and another daemon may have made a new one.
        if holdings.lock.flatMap({ FileIdentity(descriptor: $0) }) != FileIdentity(path.daemonLock, followsLink: false)
        {
            let lock = try SocketPlace.takeLock(of: path)
            if let old = holdings.lock { close(old) }
            holdings.lock = lock
        }
        let (descriptor, bound) = try SocketPlace.bind(path)
        holdings.identity = bound
        return descriptor
    }

    /// Removes the socket and releases the path for another daemon.
    private func release() {
        removeSocket()
        holdings.withLock { holdings in
            for descriptor in [holdings.descriptor, holdings.presence, holdings.lock] {
                if let descriptor { close(descriptor) }
            }
            (holdings.descriptor, holdings.presence, holdings.lock) = (nil, nil, nil)
        }
    }
}
