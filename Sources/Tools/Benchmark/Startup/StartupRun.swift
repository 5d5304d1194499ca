import ArgumentParser
import Foundation
import Measuring
import SearchClient

/// Measures the time from the start of a program to its first results: for the client as a process, and for the daemon.
struct StartupRun {
    /// Xapian's own smallest program, which shows the cost of starting a process with libxapian.
    private static let yardstick = "xapian-delve"
    private static let searches = 100
    private static let starts = 10

    let index: String
    /// A folder for sockets.
    let scratch: String
    let questions: [Question]

    /// Returns the figures as rows of a table, the header first.
    func rows() throws -> [[String]] {
        var rows = [["start-up, ms", "n", "wall p50", "p95", "CPU p50"]]
        rows += try programs()
        rows += try daemons()
        return rows
    }

    /// Measures the client as a whole process against a running daemon, alternating with the baselines.
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
        let place = ["TRACUU_INDEX": index, "TRACUU_SOCKET": socket]
        let options = ["--index", index, "--socket", socket, "--json"]
        var (typed, optioned, search, yardstick) = (StartupTimes(), StartupTimes(), StartupTimes(), StartupTimes())
        var (typedRatio, optionedRatio) = (StartupRatios(), StartupRatios())
        for question in questions.prefix(StartupRun.searches) {
            let text = TracuuQuery(question).text
            let words = ["search"] + text.split(separator: " ").map(String.init)
            // The first request makes the daemon read postings, and would pay for the later ones.
            _ = try daemon.search(text)
            let bare = try StartupRun.finding(client, words, variables: place)
            let full = try StartupRun.finding(client, ["search"] + options + words.dropFirst(), variables: [:])
            typed.add(bare)
            optioned.add(full)
            let inside = try daemon.search(text)
            search.add(inside)
            guard hasYardstick else { continue }
            let base = try TimedProgram(StartupRun.yardstick, ["--version"]).wait()
            yardstick.add(base)
            typedRatio.add(bare, to: base, inside)
            optionedRatio.add(full, to: base, inside)
        }
        var rows = [
            typed.row("tracuu search WORDS, the whole process"),
            optioned.row("tracuu search with options"),
            search.row("the same searches by an open connection"),
        ]
        if hasYardstick {
            rows.append(yardstick.row("\(StartupRun.yardstick) --version"))
            rows.append(typedRatio.row("tracuu search WORDS / (\(StartupRun.yardstick) + search)"))
            rows.append(optionedRatio.row("with options / (\(StartupRun.yardstick) + search)"))
        }
        return rows
    }

    /// Measures the client for one search.
    ///
    /// - Throws: `ValidationError` where it fails.
    private static func finding(
        _ client: String, _ arguments: [String], variables: [String: String]
    ) throws -> TimedProgram.Times {
        let times = try TimedProgram(client, arguments, variables: variables).wait()
        // A status of 1 means that nothing was found.
        guard let status = times.exitStatus, status <= 1 else {
            throw ValidationError("tracuu \(arguments.joined(separator: " ")) failed; run it to see why")
        }
        return times
    }

    /// Measures how long a daemon takes until its socket answers, and until a first search is answered.
    private func daemons() throws -> [[String]] {
        var (ready, first) = (StartupTimes(), StartupTimes())
        for (number, question) in questions.suffix(StartupRun.starts).enumerated() {
            let daemon = try StartedDaemon(index: index, socket: "\(scratch)/start\(number)")
            defer { daemon.end() }
            ready.add(daemon.ready)
            _ = try daemon.search(TracuuQuery(question).text)
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

/// Start-up times, and their row in the table.
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

/// The ratios of programs' times to those of a baseline plus the search itself, and their row in the table.
struct StartupRatios {
    private var wall = Quantiles()
    private var cpu = Quantiles()

    mutating func add(_ whole: TimedProgram.Times, to base: TimedProgram.Times, _ search: TimedProgram.Times) {
        wall.add(Double(whole.wall) / Double(base.wall + search.wall))
        // The daemon's share is in both.
        cpu.add(Double(whole.cpu + search.cpu) / Double(base.cpu + search.cpu))
    }

    /// The row of these ratios.
    func row(_ name: String) -> [String] {
        [
            name, String(wall.count), TextTable.number(wall.percentile(50)), TextTable.number(wall.percentile(95)),
            TextTable.number(cpu.percentile(50)),
        ]
    }
}
