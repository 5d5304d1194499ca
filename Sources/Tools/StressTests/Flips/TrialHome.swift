import Foundation
import Measuring
import SearchClient
import UnixSockets

/// A temporary folder with its own index, socket and configuration, and the programs built beside this one.
struct TrialHome {
    private let folder: URL

    var path: String { folder.path }
    var index: String { path + "/index" }
    var socket: String { path + "/s" }
    var archive: String { path + "/archive.jsonl" }

    private var configuration: String { path + "/tracuu.yaml" }

    /// Creates the folder, with a configuration and a file of invented articles.
    init(articles: Int, seed: UInt64, configuration: String = "") throws {
        folder = try TemporaryFolders.make("stress-tests")
        try write(TrialHome.lines(articles: articles, seed: seed))
        try Data(configuration.utf8).write(to: URL(fileURLWithPath: self.configuration))
    }

    /// Invented articles, one per line, with the ids `n0`, `n1` and so on.
    static func lines(articles: Int, seed: UInt64) -> [[UInt8]] {
        var news = InventedNews(seed: seed)
        return (0..<articles).map { Array(news.article(id: "n\($0)").bytes) }
    }

    /// Replaces the articles of the archive.
    func write(_ lines: [[UInt8]]) throws {
        try Data(lines.joined(separator: [0x0A]) + [0x0A]).write(to: URL(fileURLWithPath: archive))
    }

    /// Deletes the folder.
    func clear() { TemporaryFolders.remove(folder) }

    /// Runs the client to its end.
    ///
    /// - Returns: its exit status and its standard output.
    func tracuu(_ arguments: [String]) throws -> (status: Int32, output: [UInt8]) {
        let process = Process()
        process.executableURL = MeasuredHome.programs.appendingPathComponent("tracuu")
        process.arguments = arguments + ["--index", index, "--socket", socket, "--config", configuration]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, [UInt8](output))
    }

    /// Starts the daemon and connects to it.
    func connect() throws -> Connection {
        let launcher = DaemonLauncher(
            program: MeasuredHome.programs.appendingPathComponent("tracuud").path,
            arguments: ["--index", index, "--socket", socket, "--config", configuration], log: path + "/log",
            patience: .seconds(60))
        return try launcher.connect(to: SocketPath(socket))
    }

    /// Stops the daemon and waits for its end.
    func end(_ connection: Connection) {
        guard let process = connection.daemonProcess else { return }
        kill(process, SIGTERM)
        for _ in 0..<1_000 {
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process || kill(process, 0) != 0 { return }
            usleep(10_000)
        }
        kill(process, SIGKILL)
    }
}
