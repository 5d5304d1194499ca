import ArgumentParser
import Foundation

/// How much of the processors programs have used.
enum ProcessorTime {
    /// Processor time that a process has used so far, in user mode and in the system.
    static func seconds(of process: Int32) throws -> Double {
        let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        // The name stands in brackets and may hold anything; user and system time are the 12th and 13th behind it.
        let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else {
            throw ValidationError("/proc/\(process)/stat does not tell the processor time")
        }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
