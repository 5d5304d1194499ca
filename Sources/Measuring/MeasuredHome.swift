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
        /// The largest resident set of any program run so far, in bytes.
        package let peakMemory: Int
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
    package func run(_ name: String, _ arguments: [String]) throws -> Outcome {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let process = Process()
        process.executableURL = MeasuredHome.programs.appendingPathComponent(name)
        process.arguments = arguments + ["--index", index, "--socket", socket]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        return Outcome(output: [UInt8](output), peakMemory: Int(usage.ru_maxrss) * 1_024)
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
