import Glibc
package import SearchProtocol
package import UnixSockets

/// Connects to the daemon, and starts it if none runs.
package struct DaemonLauncher: Sendable {
    /// The program's name, searched for in the folder of the running program and then in `PATH`; or its absolute path.
    package var program: String
    /// The program's arguments; paths in them should be absolute.
    package var arguments: [String]
    /// The file to which the program's output is appended.
    package var log: String
    /// The maximum duration until the daemon listens.
    package var patience: Duration

    /// Creates a launcher of one daemon.
    package init(
        program: String = "tracuud", arguments: [String], log: String, patience: Duration = .seconds(30)
    ) {
        self.program = program
        self.arguments = arguments
        self.log = log
        self.patience = patience
    }

    /// Connects, and first starts the daemon if no process listens.
    ///
    /// If several clients try at the same time, one daemon is started, and all of them are connected to it.
    ///
    /// - Parameters:
    ///   - path: the daemon's socket, which must agree with the arguments.
    ///   - hello: the parameters of `initialize`, whose answer proves that the daemon serves the connection.
    ///   - first: the first request; it should change nothing.
    /// - Returns: the connection.
    /// - Throws: `ClientError`; `launchFailed` with the log's last line if the daemon ended at once.
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
            if let running = child, let end = running.end {
                // The child gave way to a daemon that another process started and that will listen soon.
                guard LaunchLock.isDaemonAlive(at: path) else {
                    throw .launchFailed(.died(program: program, log: log, lastLine: lastLine(running, end)))
                }
                child = nil
            } else if child == nil, !LaunchLock.isDaemonAlive(at: path) {
                child = try start()
            }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
    }

    /// A connection that is served, or nil if no process listens or the daemon is just stopping.
    private func greet(
        _ path: SocketPath, _ hello: InitializeParams, _ first: FirstRequest?
    ) throws(ClientError) -> Connection? {
        try Connection.ifServed(at: path, hello: hello, asking: first, timeout: patience)
    }

    /// What the program said last; where that is nothing and a signal ended it, which one.
    private func lastLine(_ process: DetachedProcess, _ end: ProcessEnd) -> String {
        let line = process.lastLine
        guard line.isEmpty, case .signal = end else { return line }
        return "it \(end.clause) before it said anything, perhaps for want of memory (ulimit -v)"
    }

    private func start() throws(ClientError) -> DetachedProcess {
        guard let located = ProgramSearch.locate(program) else {
            throw .launchFailed(.programMissing(name: program))
        }
        return try DetachedProcess(located, arguments: arguments, log: log)
    }
}
