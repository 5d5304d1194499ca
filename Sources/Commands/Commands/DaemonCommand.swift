import ArgumentParser
import Foundation
import SearchClient
import SearchProtocol
import Settings

/// `tracuu daemon`.
struct DaemonCommand: AsyncParsableCommand {
    /// What to do with the daemon.
    enum Action: String, ExpressibleByArgument, CaseIterable {
        case start, stop, restart
    }

    static let configuration = CommandConfiguration(
        commandName: "daemon",
        abstract: "Start, stop or restart the daemon.",
        discussion: "A daemon started here stays; one that a search started ends after ten idle minutes.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "start, stop or restart")
    var action: Action

    func run() async throws {
        let settings = try common.settings()
        let path = try SocketPath(settings.socket)
        if action != .start {
            let wasRunning = try DaemonCommand.stop(path)
            if action == .stop {
                say(wasRunning ? "stopped" : "no daemon runs at \(path.path)")
                if !wasRunning { throw ExitStatus.nothingFound }
                return
            }
        }
        let connection = try ArchiveAccess.launcher(settings, isOnDemand: false).connect(to: path)
        say("serving \(connection.greeting?.indexPath ?? settings.index) at \(path.path)")
    }

    private func say(_ text: String) {
        if !common.quiet { Terminal.writeLine(text) }
    }

    /// Asks the daemon to end and waits until it has; false where none runs.
    private static func stop(_ path: SocketPath) throws -> Bool {
        guard let connection = try Connection.ifServed(at: path) else { return false }
        guard let process = connection.daemonProcess else {
            throw UsageError(description: "cannot tell which process serves \(path.path); end it by hand")
        }
        guard kill(process, SIGTERM) == 0 else {
            throw UsageError(description: "cannot end process \(process): \(String(cString: strerror(errno)))")
        }
        for _ in 0..<1_000 where kill(process, 0) == 0 { usleep(10_000) }
        guard kill(process, 0) != 0 else {
            throw UsageError(description: "process \(process) does not end; it may be finishing a long commit")
        }
        return true
    }
}
