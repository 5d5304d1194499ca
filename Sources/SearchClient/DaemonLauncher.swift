import Glibc
package import SearchProtocol
package import UnixSockets

/// Connects to the daemon, starting it where none runs.
package struct DaemonLauncher: Sendable {
    /// The program's name, looked for beside the running program and then in `PATH`; or its absolute path.
    package var program: String
    /// Its arguments; paths in them should be absolute.
    package var arguments: [String]
    /// The file to which its output is appended.
    package var log: String
    /// How long it may take until it listens.
    package var patience: Duration

    /// A launcher of one daemon.
    package init(
        program: String = "tracuud", arguments: [String], log: String, patience: Duration = .seconds(30)
    ) {
        self.program = program
        self.arguments = arguments
        self.log = log
        self.patience = patience
    }

    /// Connects, and starts the daemon first where nobody listens.
    ///
    /// However many clients try at one instant, one daemon is started, and all are connected to it.
    ///
    /// - Parameters:
    ///   - path: the daemon's socket, which must agree with the arguments.
    ///   - hello: what to say in `initialize`, which proves that the daemon serves the connection.
    ///   - first: what will be called first; it should change nothing.
    /// - Returns: the connection.
    /// - Throws: `ClientError`; `launchFailed` with the log's last line where the daemon ended at once.
    package func connect(
        to path: SocketPath, hello: InitializeParams = InitializeParams(), asking first: FirstRequest? = nil
    ) throws(ClientError) -> Connection {
        let deadline = Deadline(in: patience)
        if let connection = try greet(path, hello, first) { return connection }
        let lock = try LaunchLock(path, deadline)
        defer { _ = lock }
        var child: DetachedProcess?
        var pause: UInt32 = 1_000
        while true {
            if let connection = try greet(path, hello, first) { return connection }
            if deadline.hasPassed { throw .timedOut(path: path.path, action: "start") }
            if let running = child, running.hasEnded {
                // It gave way to a daemon that somebody else started and that will listen soon.
                guard LaunchLock.isDaemonAlive(at: path) else {
                    throw .launchFailed(.died(program: program, log: log, lastLine: running.lastLine))
                }
                child = nil
            } else if child == nil, !LaunchLock.isDaemonAlive(at: path) {
                child = try start()
            }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
    }

    /// A connection that is served, or nil where nobody listens or the daemon is just stopping.
    private func greet(
        _ path: SocketPath, _ hello: InitializeParams, _ first: FirstRequest?
    ) throws(ClientError) -> Connection? {
        try Connection.ifServed(at: path, hello: hello, asking: first, timeout: patience)
    }

    private func start() throws(ClientError) -> DetachedProcess {
        guard let located = ProgramSearch.locate(program) else {
            throw .launchFailed(.programMissing(name: program))
        }
        return try DetachedProcess(located, arguments: arguments, log: log)
    }
}
