import ArgumentParser
import Foundation
import Measuring
import SearchClient
import SearchProtocol

/// How long it takes until something is found that was not running before: the client as a process, the daemon.
struct StartupRun {
    /// Xapian's own smallest program: what starting a process with libxapian costs.
    private static let yardstick = "xapian-delve"
    private static let searches = 100
    private static let starts = 10

    let index: String
    /// A folder for sockets.
    let scratch: String
    let questions: [Question]

    /// The figures as rows of a table, the head first.
    func rows() throws -> [[String]] {
        var rows = [["start-up, ms", "n", "wall p50", "p95", "CPU p50"]]
        rows += try programs()
        rows += try daemons()
        return rows
    }

    /// The client as a whole process against a running daemon, and what it is held against, in turns.
    private func programs() throws -> [[String]] {
        let socket = scratch + "/startup"
        let daemon = try StartedDaemon(index: index, socket: socket)
        defer { daemon.end() }
        let client = MeasuredHome.programs.appendingPathComponent("tracuu").path
        let hasYardstick = try StartupRun.isInstalled
        if !hasYardstick {
            let message =
                "\(StartupRun.yardstick) is not installed: the client is measured alone (apt install xapian-tools)\n"
            FileHandle.standardError.write(Data(message.utf8))
        }
        var (whole, search, yardstick) = (StartupTimes(), StartupTimes(), StartupTimes())
        var (wallRatios, cpuRatios) = (Quantiles(), Quantiles())
        for question in questions.prefix(StartupRun.searches) {
            let query = TracuuQuery(question)
            let arguments = [
                "search", "--index", index, "--socket", socket, "--match", query.matching.rawValue, "--json",
                query.text,
            ]
            let asked = try TimedProgram(client, arguments).wait()
            // 1 is for nothing found.
            guard let status = asked.exitStatus, status <= 1 else {
                throw ValidationError("tracuu search failed for \(query.text); run it to see why")
            }
            whole.add(asked)
            let inside = try daemon.search(query)
            search.add(inside)
            guard hasYardstick else { continue }
            let base = try TimedProgram(StartupRun.yardstick, ["--version"]).wait()
            yardstick.add(base)
            wallRatios.add(Double(asked.wall) / Double(base.wall + inside.wall))
            // What the daemon spends is in both.
            cpuRatios.add(Double(asked.cpu + inside.cpu) / Double(base.cpu + inside.cpu))
        }
        var rows = [
            whole.row("tracuu search, the whole process"), search.row("the same searches by an open connection"),
        ]
        if hasYardstick {
            rows.append(yardstick.row("\(StartupRun.yardstick) --version"))
            rows.append([
                "tracuu search / (\(StartupRun.yardstick) + search)", String(wallRatios.count),
                TextTable.number(wallRatios.percentile(50)), TextTable.number(wallRatios.percentile(95)),
                TextTable.number(cpuRatios.percentile(50)),
            ])
        }
        return rows
    }

    /// How long a daemon takes until its socket answers, and until a first search is answered.
    private func daemons() throws -> [[String]] {
        var (ready, first) = (StartupTimes(), StartupTimes())
        for (number, question) in questions.suffix(StartupRun.starts).enumerated() {
            let daemon = try StartedDaemon(index: index, socket: "\(scratch)/start\(number)")
            defer { daemon.end() }
            ready.add(daemon.ready)
            _ = try daemon.search(TracuuQuery(question))
            first.add(daemon.sinceStart)
        }
        return [ready.row("tracuud until its socket answers"), first.row("tracuud until a first search is answered")]
    }

    private static var isInstalled: Bool {
        get throws {
            guard let program = try? TimedProgram(yardstick, ["--version"]) else { return false }
            return program.wait().exitStatus == 0
        }
    }
}

/// Times of starting, and their row in the table.
struct StartupTimes {
    private var wall = Quantiles()
    private var cpu = Quantiles()

    mutating func add(_ times: TimedProgram.Times) {
        wall.add(Double(times.wall) / 1e6)
        cpu.add(Double(times.cpu) / 1e6)
    }

    /// The row of these times.
    func row(_ name: String) -> [String] {
        [
            name, String(wall.count), TextTable.number(wall.percentile(50)), TextTable.number(wall.percentile(95)),
            TextTable.number(cpu.percentile(50)),
        ]
    }
}
