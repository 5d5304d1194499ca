import ArgumentParser
import Foundation

/// The CPU time of programs.
enum ProcessorTime {
    /// Returns the CPU time of a process so far in seconds, in user and system mode.
    static func seconds(of process: Int32) throws -> Double {
        let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        // The name is in brackets and may contain anything; user and system time are the 12th and 13th fields after it.
        let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else {
            throw ValidationError("/proc/\(process)/stat does not tell the processor time")
        }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
