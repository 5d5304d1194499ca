package import SearchProtocol
package import UnixSockets

/// Why the daemon gave no answer.
package enum ClientError: Error, Hashable, Sendable {
    /// Nobody listens at the socket.
    case daemonNotRunning(path: String)
    /// The socket may not be used by this user, or is served by another user's process.
    case refused(path: String, reason: String)
    /// The path cannot be a socket's.
    case badPath(SocketPathError)
    /// No answer came in the time allowed.
    case timedOut(path: String, action: String)
    /// The daemon answered with an error.
    case answered(ProtocolError)
    /// What came back is not the protocol.
    case malformed(path: String, reason: String)
    /// The connection broke before the answer came.
    case connectionLost(path: String, reason: String)
    /// The daemon could not be started.
    case launchFailed(LaunchFailure)
    /// The daemon that was started for this process alone ended before it answered.
    case processEnded(program: String, reason: String)
    /// The daemon that was started for this process alone gave no answer.
    case processFailed(program: String, reason: String)
    /// SIGINT came twice: the answer is not waited for.
    case interrupted
}

extension ClientError: CustomStringConvertible {
    /// The error in one line.
    package var description: String {
        switch self {
        case .daemonNotRunning(let path): "no daemon answers at \(path); start one with tracuu daemon start"
        case .refused(let path, let reason):
            "\(path): the daemon's socket may not be used: \(reason); give another --socket"
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
        case .processFailed(let program, let reason): "\(program), started for this command alone, \(reason)"
        case .interrupted: "interrupted"
        }
    }
}

/// Why a daemon could not be started.
package enum LaunchFailure: Hashable, Sendable {
    /// The program is neither beside this one nor in `PATH`.
    case programMissing(name: String)
    /// The system would not start it, or a file that it needs cannot be opened.
    case system(action: String, reason: String)
    /// It ended before it listened; `lastLine` is what it logged last, empty where it logged nothing.
    case died(program: String, log: String, lastLine: String)
}

extension LaunchFailure: CustomStringConvertible {
    /// The error in one line.
    package var description: String {
        switch self {
        case .programMissing(let name):
            "\(name) is neither beside this program nor in PATH; install it there"
        case .system(let action, let reason): "cannot \(action): \(reason); see to that, or install both programs again"
        case .died(let program, let log, let lastLine):
            "\(program) ended at once: \(lastLine.isEmpty ? "it said nothing" : lastLine) (log: \(log))"
        }
    }
}
