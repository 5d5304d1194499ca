package import Foundation
package import SearchClient

/// A folder with an index and a socket of its own, and the programs built beside this one.
package struct MeasuredHome {
    /// The folder.
    package let path: String

    /// The folder of the index.
    package var index: String { path + "/index" }
    /// The daemon's socket.
    package var socket: String { path + "/s" }

    /// A home in a folder, which is made when a program is run.
    package init(path: String) { self.path = path }

    /// What a program left behind.
    package struct Outcome {
        /// What it wrote to standard output.
        package let output: [UInt8]
        /// The program's largest resident set, in bytes, as it was seen up to a tenth of a second before its end.
        package let peakMemory: Int
        /// Processor time of all programs run so far, in user mode and in the system.
        package let processorSeconds: Double
    }

    /// The folder of the programs built beside this one.
    package static var programs: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }

    /// How to start the daemon on the index.
    package var launcher: DaemonLauncher {
        DaemonLauncher(
            program: MeasuredHome.programs.appendingPathComponent("tracuud").path,
            arguments: ["--index", index, "--socket", socket], log: path + "/log")
    }

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - name: the program, which lies beside this one.
    ///   - arguments: its arguments but the index and the socket.
    ///   - feed: writes the standard input of the program, whose number it is told, and closes it; the program has this one's where
    ///     there is none.
    /// - Returns: what it left behind.
    /// - Throws: where it cannot be run, and what `feed` throws.
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

    /// Bytes of the index on disk.
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
