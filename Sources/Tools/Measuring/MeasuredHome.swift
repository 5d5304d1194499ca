package import Foundation
package import SearchClient

/// A folder with its own index and socket, used with the programs built beside this one.
package struct MeasuredHome {
    /// The folder.
    package let path: String

    /// The folder of the index.
    package var index: String { path + "/index" }
    /// The daemon's socket.
    package var socket: String { path + "/s" }

    /// Creates a home in a folder, which is created when a program is run.
    package init(path: String) { self.path = path }

    /// The outcome of a program.
    package struct Outcome {
        /// The standard output.
        package let output: [UInt8]
        /// The largest resident sets in bytes of the program and of the processes that it started, as observed up to a
        /// hundredth of a second before its end.
        package let peakMemory: Int
        /// The CPU time of all programs run so far in seconds, in user and system mode.
        package let processorSeconds: Double
    }

    /// The folder of the programs built beside this one.
    package static var programs: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }

    /// The launcher that starts the daemon on the index.
    package var launcher: DaemonLauncher {
        DaemonLauncher(
            program: MeasuredHome.programs.appendingPathComponent("tracuud").path,
            arguments: ["--index", index, "--socket", socket], log: path + "/log")
    }

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - name: the program, which is beside this one.
    ///   - arguments: its arguments except the index and the socket.
    ///   - feed: receives the program's process id, writes the program's standard input and closes it; without it the
    ///     program inherits standard input.
    /// - Returns: the outcome.
    /// - Throws: an error where it cannot be run, and any error of `feed`.
    package func run(
        _ name: String, _ arguments: [String], feed: ((FileHandle, Int32) throws -> Void)? = nil
    ) throws -> Outcome {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let process = Process()
        process.executableURL = MeasuredHome.programs.appendingPathComponent(name)
        process.arguments = arguments + ["--index", index, "--socket", socket]
        let pipe = Pipe()
        process.standardOutput = pipe
        let input = Pipe()
        if feed != nil { process.standardInput = input }
        try process.run()
        let memory = PeakMemory(of: process.processIdentifier)
        try feed?(input.fileHandleForWriting, process.processIdentifier)
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        let seconds = [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
        return Outcome(
            output: [UInt8](output), peakMemory: memory.bytes, processorSeconds: seconds)
    }

    /// The size of the index on disk in bytes.
    package var indexBytes: Int {
        let files = FileManager.default.enumerator(atPath: index)?.compactMap { $0 as? String } ?? []
        return files.reduce(0) { total, file in
            let attributes = try? FileManager.default.attributesOfItem(atPath: index + "/" + file)
            return total + ((attributes?[.size] as? NSNumber)?.intValue ?? 0)
        }
    }

    /// Deletes the folder.
    package func clear() { try? FileManager.default.removeItem(atPath: path) }
}
