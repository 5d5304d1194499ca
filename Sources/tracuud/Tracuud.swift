import ArgumentParser
import Foundation
import Glibc
import SearchDaemon
import Settings

/// The daemon's command line.
struct Tracuud: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tracuud",
        abstract: "Serve ranked searches of an article archive over a Unix socket, or over standard input and output.",
        discussion: """
            Stays in the foreground, works in / and logs to standard error; SIGTERM and SIGINT end it in order, SIGHUP has it read its \
            configuration again.
            """,
        version: Daemon.version)

    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("The folder of the index.", valueName: "dir"))
    var index: String?

    @Option(help: ArgumentHelp("The socket to serve.", valueName: "path"))
    var socket: String?

    @Option(
        help: ArgumentHelp(
            "What is logged: trace, debug, info, notice, warning, error or critical.", valueName: "level"))
    var logLevel: String?

    @Flag(help: "Serve one client over standard input and output, in place of the socket, until its input ends.")
    var stdio = false

    @Option(
        help: ArgumentHelp(
            "With --stdio: the descriptor of the client's standard input, which index reads for the path -.",
            valueName: "number"))
    var clientInput: Int32?

    @Flag(help: "End when nobody has asked anything for 10 minutes, unless the configuration says otherwise.")
    var onDemand = false

    /// Runs what the process's arguments ask for, and ends the process.
    static func runAndExit() async -> Never {
        do {
            let command = try parse()
            try await command.run()
        } catch {
            end(with: error)
        }
        Foundation.exit(0)
    }

    func validate() throws {
        guard !(stdio && onDemand) else {
            throw ValidationError("--stdio and --on-demand exclude each other; give one")
        }
        guard let clientInput else { return }
        guard stdio else { throw ValidationError("--client-input goes with --stdio; give both or none") }
        guard clientInput > STDERR_FILENO, fcntl(clientInput, F_GETFD) >= 0 else {
            throw ValidationError("--client-input: \(clientInput) is no descriptor that this process was handed")
        }
    }

    func run() async throws {
        let options = SettingOptions(config: config, index: index, socket: socket, logLevel: logLevel)
        let environment = try EnvironmentVariables.ofSettings()
        // Relative paths stay those of the folder that the daemon was started in, also when it reads them again.
        let surroundings = ProcessEnvironment.current()
        let read: @Sendable () throws -> Settings = {
            try Settings.resolve(options: options, environment: environment, surroundings: surroundings)
        }
        // The file system of that folder could not be unmounted while the daemon works in it.
        if !stdio { _ = chdir("/") }
        let clients: Daemon.Clients = stdio ? .standardStream(input: clientInput) : onDemand ? .socketOnDemand : .socket
        try await Daemon(settings: read(), clients: clients, environment: environment, readAgain: read).run()
    }

    /// Ends the process: help and version are no errors; wrong usage and settings give status 2, a daemon that cannot serve 3.
    static func end(with error: any Error) -> Never {
        if exitCode(for: error) == .success { exit(withError: error) }
        let isUsage = error is SettingsError || exitCode(for: error) == .validationFailure
        let text = isUsage && !(error is SettingsError) ? message(for: error) : String(describing: error)
        FileHandle.standardError.write(Data("tracuud: \(text)\n".utf8))
        Foundation.exit(isUsage ? 2 : 3)
    }
}
