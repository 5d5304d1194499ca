import ArgumentParser
import Foundation
import SearchClient
import UnixSockets

/// Misuses connections, and checks that the daemon still serves a normal client as before.
struct ConnectionsStressTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connections",
        abstract: "A thousand connections, connects and disconnects, false frames: no crash, no leak.")

    @Flag(help: "10,000 connects and a million random frames instead of 1,000 and 20,000.")
    var long = false

    @Option(help: "What makes the frames random.")
    var seed: UInt64 = 9

    func run() async throws {
        let home = try TrialHome(
            articles: 300, seed: seed,
            configuration: "daemon:\n  deadline: 60s\nlimits:\n  connections: 1200\n  frameTime: 5s\n  readTime: 5s\n")
        defer { home.clear() }
        raiseDescriptorLimit()
        guard try home.tracuu(["index", "--no-daemon", "--quiet", home.archive]).status == 0 else {
            throw ValidationError("the invented articles cannot be indexed")
        }
        let connection = try home.connect()
        defer { home.end(connection) }
        guard let process = connection.daemonProcess else { throw ValidationError("no daemon answers") }
        let daemon = DaemonFigures(process: process)
        let client = NormalClient(home)
        let abuse = ConnectionAbuse(path: try SocketPath(home.socket), seed: seed)
        // The first round fills caches and pools, which does not count as a leak.
        abuse.warmUp()
        let before = daemon.settled()
        var broken: [String] = []
        let phases: [(String, () -> Int)] = [
            (
                "nobody else",
                {
                    usleep(2_000_000); return 0
                }
            ),
            ("1000 connections at once", { abuse.connectAtOnce(1_000) }),
            ("connects and disconnects", { abuse.connectAndLeave(long ? 10_000 : 1_000) }),
            ("1 GB frames announced", { abuse.announceGigabytes(50) }),
            ("random frames", { abuse.sendRandomFrames(long ? 1_000_000 : 20_000) }),
            ("truncated UTF-8", { abuse.sendTruncatedText(2_000) }),
            ("deeply nested JSON", { abuse.sendNestedText(500) }),
        ]
        row("phase", ["failures", "searches", "p50 ms", "p99 ms", "RSS MiB", "descriptors"])
        _ = client.take()
        for (name, run) in phases {
            let failures = run()
            let (times, _) = client.take()
            let now = daemon.figures()
            row(
                name,
                [
                    "\(failures)", "\(times.count)", percentile(times, 50), percentile(times, 99),
                    "\(now.memory >> 20)",
                    "\(now.descriptors)",
                ])
            if failures > 0 { broken.append("\(name): \(failures) failures") }
            if kill(process, 0) != 0 { broken.append("\(name): the daemon is gone") }
        }
        client.stop()
        broken += client.take().errors.map { "the normal client had an error: \($0)" }
        let after = daemon.settled()
        row("before all", ["", "", "", "", "\(before.memory >> 20)", "\(before.descriptors)"])
        row("after all", ["", "", "", "", "\(after.memory >> 20)", "\(after.descriptors)"])
        // The normal client has disconnected, so its descriptor is closed.
        if after.descriptors > before.descriptors { broken.append("descriptors are left open") }
        if after.memory > before.memory + 32 << 20 { broken.append("memory has grown") }
        for line in broken { print(line) }
        if !broken.isEmpty { throw ExitCode(1) }
    }

    private func row(_ name: String, _ cells: [String]) {
        print(
            name.padding(toLength: 28, withPad: " ", startingAt: 0)
                + cells.map { cell in
                    String(repeating: " ", count: max(1, 12 - cell.count)) + cell
                }.joined())
    }

    private func percentile(_ times: [Double], _ percent: Int) -> String {
        guard !times.isEmpty else { return "-" }
        return "\((times[min(times.count - 1, times.count * percent / 100)] * 100).rounded() / 100)"
    }

    private func raiseDescriptorLimit() {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}

/// The system's figures for the daemon's process.
struct DaemonFigures {
    let process: Int32

    /// The resident memory in bytes, and the number of open descriptors.
    func figures() -> (memory: Int, descriptors: Int) {
        let status = (try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)) ?? ""
        let pages = status.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd"))?.count ?? 0
        return (pages * sysconf(Int32(_SC_PAGESIZE)), open)
    }

    /// The same figures after the daemon has cleaned up closed connections.
    func settled() -> (memory: Int, descriptors: Int) {
        var last = figures()
        for _ in 0..<30 {
            usleep(200_000)
            let now = figures()
            if now.descriptors == last.descriptors && now.memory == last.memory { return now }
            last = now
        }
        return last
    }
}
