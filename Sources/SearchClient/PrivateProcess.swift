import Glibc
internal import SearchProtocol
internal import UnixSockets

/// A daemon that serves this process alone, over a pair of sockets, and ends with the connection.
///
/// It has its own session, so that signals from the terminal, such as Ctrl-C, reach only this process.
final class PrivateProcess {
    /// The program's path.
    let program: String
    private let identifier: pid_t
    private var status: Int32?

    /// The descriptor number under which the daemon receives a passed descriptor: the first after the standard ones.
    static let inputNumber: Int32 = 3

    /// Starts a program that speaks the protocol on its standard input and output.
    ///
    /// - Parameters:
    ///   - program: its name, searched for in the folder of the running program and then in `PATH`; or its absolute
    ///     path.
    ///   - arguments: its arguments.
    ///   - input: a descriptor of this process that the program receives as its descriptor `inputNumber`, or nil.
    /// - Returns: the process, and the descriptor of the connection to it.
    /// - Throws: `ClientError.launchFailed`.
    static func start(
        _ program: String, _ arguments: [String], handingOver input: Int32? = nil
    ) throws(ClientError) -> (process: PrivateProcess, descriptor: Int32) {
        guard let located = ProgramSearch.locate(program) else { throw .launchFailed(.programMissing(name: program)) }
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw .launchFailed(.system(action: "make a pair of sockets", reason: UnixSocket.reason(errno)))
        }
        let (ours, theirs) = (ends[0], ends[1])
        defer { close(theirs) }
        do throws(ClientError) {
            let identifier = try SpawnedProgram.start(located, arguments) { actions in
                // In this order no call overwrites a descriptor that a later one copies, whatever numbers the pair got.
                posix_spawn_file_actions_adddup2(&actions, theirs, STDOUT_FILENO)
                if let input { posix_spawn_file_actions_adddup2(&actions, input, inputNumber) }
                posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDIN_FILENO)
            }
            return (PrivateProcess(program: located, identifier: identifier), ours)
        } catch {
            close(ours)
            throw error
        }
    }

    private init(program: String, identifier: pid_t) {
        self.program = program
        self.identifier = identifier
    }

    /// Kills the daemon at once, whatever it is doing.
    func kill() {
        if status == nil { Glibc.kill(identifier, SIGKILL) }
    }

    /// Waits until the daemon has ended and thereby released its locks; the connection is closed by then.
    ///
    /// - Returns: how it ended.
    @discardableResult
    func wait() -> ProcessEnd {
        var status = self.status ?? 0
        if self.status == nil { while waitpid(identifier, &status, 0) < 0 && errno == EINTR {} }
        self.status = status
        return ProcessEnd(status)
    }
}
