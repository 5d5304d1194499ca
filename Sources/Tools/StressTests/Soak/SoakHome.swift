import Foundation
import JSON
import Measuring
import SearchClient
import SearchProtocol
import UnixSockets

/// A daemon of the trial in its own folder, which is deleted afterwards.
struct SoakHome {
    private let folder: URL
    private var path: String { folder.path }

    /// The information that the clients need.
    struct Setting: Sendable {
        let socket: SocketPath
        let process: Int32
        /// The ids of the archive's articles that are indexed again with different texts.
        let ids: [String]
        /// Words that occur in the archive.
        let words: [String]
    }

    /// Creates the folder.
    init() throws {
        folder = try TemporaryFolders.make("soak")
    }

    private var launcher: DaemonLauncher {
        DaemonLauncher(
            program: MeasuredHome.programs.appendingPathComponent("tracuud").path,
            arguments: ["--index", path + "/index", "--socket", path + "/s", "--log-level", "error"],
            log: path + "/log")
    }

    /// Starts the daemon and fills its index.
    func begin(files: [String], articles: Int, seed: UInt64) throws -> Setting {
        let socket = try SocketPath(path + "/s")
        let connection = try launcher.connect(to: socket)
        var news = InventedNews(seed: seed)
        if !files.isEmpty {
            let paths = files.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
            _ = try connection.call(.index, IndexParams(paths: paths))
        }
        let count = files.isEmpty ? articles : 200
        for start in stride(from: 0, to: count, by: 200) {
            let part = (start..<min(start + 200, count)).map { news.article(id: "soak-\($0)") }
            _ = try connection.call(.index, IndexParams(articles: part))
        }
        let words = news.sentence(300...300).dropLast().split(separator: " ").map(String.init)
        return Setting(
            socket: socket, process: connection.daemonProcess ?? 0, ids: (0..<min(count, 200)).map { "soak-\($0)" },
            words: words)
    }

    /// The daemon's status, or nil if it does not answer any more.
    func status() throws -> StatusResult? {
        guard let connection = try Connection.ifServed(at: SocketPath(path + "/s")) else { return nil }
        return try connection.call(.status, JSONValue?.none, returning: StatusResult.self, timeout: .seconds(30))
    }

    /// The resident memory of a process.
    func residentKiB(of process: Int32) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { $0.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } } ?? 0
    }

    /// Stops the daemon and deletes the folder.
    func clear() {
        if let socket = try? SocketPath(path + "/s"), let connection = try? Connection.open(socket),
            let process = connection.daemonProcess
        {
            kill(process, SIGTERM)
            for _ in 0..<500 where kill(process, 0) == 0 { usleep(10_000) }
        }
        TemporaryFolders.remove(folder)
    }
}
