import Glibc

// What goes wrong is told of a daemon by its socket, of a process of this one's own by its program.
extension Connection {
    /// The error where the other end is gone.
    func lost(_ reason: String) -> ClientError {
        switch peer {
        case .daemon(let path): .connectionLost(path: path.path, reason: reason)
        case .process(let process):
            .processEnded(program: process.program, reason: process.wait())
        }
    }

    /// The error where what came is not the protocol.
    func malformed(_ reason: String) -> ClientError {
        switch peer {
        case .daemon(let path): .malformed(path: path.path, reason: reason)
        case .process(let process):
            .processFailed(
                program: process.program,
                reason: "does not speak this version's protocol: \(reason); install both programs of one version")
        }
    }

    /// The error where the other end took too long.
    func timedOut(_ action: String) -> ClientError {
        switch peer {
        case .daemon(let path): .timedOut(path: path.path, action: action)
        case .process(let process):
            .processFailed(program: process.program, reason: "took too long to \(action); try again")
        }
    }

    /// What was written in part is answered no more, unless the daemon broke off and may have said why.
    func throwUnlessLost(_ failure: ClientError) throws(ClientError) {
        switch failure {
        case .timedOut, .interrupted: throw failure
        default: break
        }
    }
}
