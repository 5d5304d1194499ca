import Glibc
import JSON
import SearchClient
import SearchProtocol
import Settings
import UnixSockets

/// `tracuu daemon`.
struct DaemonCommand: Command {
    /// The action on the daemon.
    enum Action: String, Choice {
        case start, stop, restart
    }

    static let name = "daemon"
    static let abstract = "Start, stop or restart the daemon."
    static let discussion =
        "A daemon started here stays; one that a search started ends after ten idle minutes."

    static var parameters: [Parameter<Self>] {
        [
            .argument("action", \.action, "start, stop or restart")
        ]
    }

    var common = CommonChoices()
    var action = Action.start

    func run() throws {
        let settings = try common.settings()
        let path = try SocketPath(settings.socket)
        switch action {
        case .start: try start(settings, path)
        case .stop: try stop(path)
        case .restart:
            _ = try DaemonCommand.end(path)
            try start(settings, path)
        }
    }

    private func start(_ settings: Settings, _ path: SocketPath) throws {
        let connection = try ArchiveAccess.launcher(settings, isOnDemand: false).connect(
            to: path, hello: InitializeParams(clientName: "tracuu", keepRunning: true))
        if let served = connection.indexOther(than: settings.index) {
            throw DaemonError(
                description: "the daemon at \(path.path) serves \(served), not \(settings.index); "
                    + "tracuu daemon restart has it serve that one, --socket gives each its own")
        }
        say(
            DaemonReport(
                isRunning: true, socket: path.path, indexPath: connection.greeting?.indexPath,
                process: connection.daemonProcess))
    }

    private func stop(_ path: SocketPath) throws {
        let wasRunning = try DaemonCommand.end(path)
        if wasRunning || common.json { say(DaemonReport(isRunning: false, socket: path.path)) }
        guard !wasRunning else { return }
        if !common.quiet { Terminal.writeError("tracuu: no daemon runs at \(path.path)") }
        throw ExitStatus.nothingFound
    }

    private func say(_ report: DaemonReport) {
        if common.json { return Terminal.writeJSON(report) }
        if !common.quiet { Terminal.writeLine(report.line.singleLine) }
    }

    /// Ends the daemon and waits until its process is gone; false where none is running.
    private static func end(_ path: SocketPath) throws -> Bool {
        guard let process = try runningProcess(path) else { return false }
        guard kill(process, SIGTERM) == 0 || errno == ESRCH else {
            throw DaemonError(
                description: "cannot end process \(process), which serves \(path.path): "
                    + "\(String(cString: strerror(errno))); end it by hand")
        }
        for _ in 0..<1_000 {
            if !isAlive(process) { return true }
            usleep(10_000)
        }
        throw DaemonError(
            description:
                "the daemon, process \(process), has not ended in 10 s; it may be finishing a long commit, try again")
    }

    /// The process of the daemon, reachable at the socket or not; nil where none is running.
    private static func runningProcess(_ path: SocketPath) throws -> Int32? {
        // One that is just ending is waited for by its lock.
        if let process = DaemonPresence.holder(of: path)?.process, process > 0 { return process }
        guard let connection = try Connection.ifRunning(at: path) else { return nil }
        guard let process = connection.daemonProcess else {
            throw DaemonError(description: "cannot tell which process serves \(path.path); end it by hand")
        }
        return process
    }

    /// Whether a process is still alive; a zombie is not.
    private static func isAlive(_ process: Int32) -> Bool {
        guard kill(process, 0) == 0 else { return false }
        let file = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return true }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let line = buffer.prefix(max(0, read(file, &buffer, buffer.count)))
        // The name before the state is in parentheses and may contain any character.
        let state = line.suffix(from: line.lastIndex(of: UInt8(ascii: ")")) ?? line.startIndex).dropFirst(2).first
        return state != UInt8(ascii: "Z") && state != UInt8(ascii: "X")
    }
}

/// The state of the daemon after it was started or stopped.
struct DaemonReport: JSONWritable {
    let isRunning: Bool
    let socket: String
    var indexPath: String?
    var process: Int32?

    /// The report for people.
    var line: String { isRunning ? "serving \(indexPath ?? "an index") at \(socket)" : "stopped" }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("running", isRunning)
            writer.field("socket", socket)
            writer.field("indexPath", indexPath)
            writer.field("process", process.map(Int.init))
        }
    }
}
