import Glibc

// Errors identify a daemon by its socket, and a private process by its program.
extension Connection {
    /// The error for a connection that the other end has closed.
    func lost(_ reason: String) -> ClientError {
        switch peer {
        case .daemon(let path): .connectionLost(path: path.path, reason: reason)
        case .process(let process): ended(process)
        }
    }

    private func ended(_ process: PrivateProcess) -> ClientError {
        let end = process.wait()
        // A daemon that cannot serve says why in a line, and ends with one of these statuses.
        if greeting == nil, case .status(2...3) = end { return .processRefused(program: process.program) }
        return .processEnded(program: process.program, reason: end.clause)
    }

    /// The error for received data that is not the protocol.
    func malformed(_ reason: String) -> ClientError {
        switch peer {
        case .daemon(let path): .malformed(path: path.path, reason: reason)
        case .process(let process):
            .processFailed(
                program: process.program,
                reason: "does not speak this version's protocol: \(reason); install both programs of one version")
        }
    }

    /// The error for a peer that took too long.
    func timedOut(_ action: String) -> ClientError {
        switch peer {
        case .daemon(let path): .timedOut(path: path.path, action: action)
        case .process(let process):
            .processFailed(program: process.program, reason: "took too long to \(action); try again")
        }
    }

    /// Throws an error of writing, unless the connection broke: the daemon may have sent the reason first.
    ///
    /// A request that was written only in part gets no answer.
    func throwUnlessLost(_ failure: ClientError) throws(ClientError) {
        switch failure {
        case .timedOut, .interrupted: throw failure
        default: break
        }
    }
}
