package import SearchProtocol
package import UnixSockets

/// The reason why a request got no answer.
package enum ClientError: Error, Hashable, Sendable {
    /// No process listens at the socket.
    case daemonNotRunning(path: String)
    /// This user may not use the socket, or another user's process serves it.
    case refused(path: String, reason: String)
    /// The folder that holds the socket and its locks cannot be used.
    case badFolder(SocketFolderError)
    /// The path cannot be used for a socket.
    case badPath(SocketPathError)
    /// No answer arrived within the time limit.
    case timedOut(path: String, action: String)
    /// The daemon answered with an error.
    case answered(ProtocolError)
    /// The received data is not the protocol.
    case malformed(path: String, reason: String)
    /// The connection broke before the answer arrived.
    case connectionLost(path: String, reason: String)
    /// The daemon could not be started.
    case launchFailed(LaunchFailure)
    /// The private daemon that this process started ended before it answered.
    case processEnded(program: String, reason: String)
    /// The private daemon that this process started cannot serve, and has said why on standard error.
    case processRefused(program: String)
    /// The private daemon that this process started gave no answer.
    case processFailed(program: String, reason: String)
    /// SIGINT or SIGTERM arrived twice, so the client stops waiting for the answer.
    case interrupted
}

extension ClientError: CustomStringConvertible {
    /// The error on one line.
    package var description: String {
        switch self {
        case .daemonNotRunning(let path): "no daemon answers at \(path); start one with tracuu daemon start"
        case .refused(let path, let reason):
            "\(path): the daemon's socket may not be used: \(reason); give another with --socket"
        case .badFolder(let error): error.description
        case .badPath(let error): error.description
        case .timedOut(let path, let action):
            "the daemon at \(path) took too long to \(action); try again, or restart it"
        case .answered(let error): error.message
        case .malformed(let path, let reason):
            "what answers at \(path) does not speak this version's protocol: \(reason); restart the daemon"
        case .connectionLost(let path, let reason): "the daemon at \(path) closed the connection: \(reason); try again"
        case .launchFailed(let failure): failure.description
        case .processEnded(let program, let reason):
            "\(program), started for this command alone, \(reason) before it answered; run the same command again"
        case .processRefused(let program): "\(program), started for this command alone, cannot serve"
        case .processFailed(let program, let reason): "\(program), started for this command alone, \(reason)"
        case .interrupted: "interrupted"
        }
    }
}

extension ClientError {
    /// Whether only the way to a shared daemon failed, so that one for this process alone may still answer.
    package var concernsSharedDaemon: Bool {
        switch self {
        case .refused, .badFolder, .timedOut, .malformed, .launchFailed(.besideSocket): true
        default: false
        }
    }
}

/// The reason why a daemon could not be started.
package enum LaunchFailure: Hashable, Sendable {
    /// The program is neither in the folder of the running program nor in `PATH`.
    case programMissing(name: String)
    /// A file beside the socket, the daemon's log or a lock, cannot be opened.
    case besideSocket(path: String, reason: String)
    /// The system refused to start the program, or to make what it takes to speak with it.
    case system(action: String, reason: String)
    /// The program ended before it listened.
    ///
    /// `lastLine` is the last line of its log, empty if it logged nothing.
    case died(program: String, log: String, lastLine: String)
}

extension LaunchFailure: CustomStringConvertible {
    /// The error on one line.
    package var description: String {
        switch self {
        case .programMissing(let name):
            "\(name) is neither beside this program nor in PATH; install it there"
        case .besideSocket(let path, let reason):
            "\(path): cannot be opened: \(reason); see to that, or give another path with --socket"
        case .system(let action, let reason): "cannot \(action): \(reason); see to that, or install both programs again"
        case .died(let program, let log, let lastLine):
            "\(program) ended at once: \(lastLine.isEmpty ? "it said nothing" : lastLine) (log: \(log))"
        }
    }
}
