import ArgumentParser
import Foundation
import Measuring
import SearchClient
import SearchProtocol
import UnixSockets

/// A daemon to query: a running one, or one started on an index of the given files.
struct AskedDaemon {
    let connection: Connection
    private let home: MeasuredHome?

    /// Connects to a socket.
    init(socket: String) throws {
        guard
            let connection = try Connection.ifServed(
                at: SocketPath(socket), hello: InitializeParams(clientName: "measure"))
        else { throw ValidationError("no daemon listens at \(socket)") }
        (self.connection, home) = (connection, nil)
    }

    /// Indexes files in a folder that is deleted afterwards, and starts a daemon on that index.
    init(indexing paths: [String], in folder: String) throws {
        let home = MeasuredHome(path: folder)
        _ = try home.run("tracuu", ["index", "--no-daemon", "--quiet"] + paths)
        connection = try home.launcher.connect(to: SocketPath(home.socket))
        self.home = home
    }

    /// Stops the daemon and deletes the index where they were created for the measurement.
    func end() {
        guard let home else { return }
        if let process = connection.daemonProcess { kill(process, SIGTERM) }
        home.clear()
    }
}

/// Times in milliseconds.
struct Times {
    private(set) var all: [Double] = []

    mutating func add(_ time: Duration) { all.append(time / .milliseconds(1)) }

    /// A percentile, rounded to hundredths.
    func percentile(_ percent: Int) -> Double {
        let sorted = all.sorted()
        guard !sorted.isEmpty else { return 0 }
        return (sorted[min(sorted.count - 1, sorted.count * percent / 100)] * 100).rounded() / 100
    }

    var summary: String { "p50 \(percentile(50)) p95 \(percentile(95)) p99 \(percentile(99)) ms" }
}
