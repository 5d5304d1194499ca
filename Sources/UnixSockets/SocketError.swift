/// Why a daemon cannot claim its socket.
package enum SocketError: Error, Sendable {
    /// The folder is unsuitable.
    case folder(SocketFolderError)
    /// Another daemon serves the socket.
    case alreadyAnswered(path: String)
    /// The socket's path is taken by something that is not this user's socket.
    case placeTaken(path: String, what: String)
    /// The socket that a supervisor handed over is no longer at its path.
    case unnamed(path: String)
    /// A system call failed.
    case system(path: String, action: String, reason: String)
}

extension SocketError: CustomStringConvertible {
    /// The error in one line.
    package var description: String {
        switch self {
        case .folder(let error): error.description
        case .alreadyAnswered(let path):
            "a daemon already answers at \(path); stop it with tracuu daemon stop, or give another --socket"
        case .placeTaken(let path, let what):
            "\(path): \(what) stands in the socket's place; move it away, or give another --socket"
        case .unnamed(let path):
            "\(path): the socket that was handed over is no longer there; restart its unit, as with "
                + "systemctl --user restart tracuud.socket"
        case .system(let path, let action, let reason): "\(path): cannot \(action): \(reason)"
        }
    }
}
