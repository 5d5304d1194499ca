import ArgumentParser
import Foundation

/// A program that ran to its end, with its cost.
struct MeasuredProgram {
    /// The standard output.
    let output: Data
    let wall: Int
    let cpu: Int
    let peakMemory: Int

    /// Runs a program.
    ///
    /// - Throws: `ValidationError` where it cannot be started or ends with a status that is not 0.
    init(_ program: URL, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        let (start, before) = (ContinuousClock.now, MeasuredProgram.childrensTime)
        do { try process.run() } catch {
            throw ValidationError("cannot start \(program.path): \(error.localizedDescription); build it first")
        }
        // The kernel's figure for an ended process includes the memory of its parent, too.
        var peak = 0
        while process.isRunning {
            peak = max(peak, MeasuredProgram.peakMemory(of: process.processIdentifier) ?? 0)
            usleep(5_000)
        }
        process.waitUntilExit()
        wall = start.duration(to: .now).nanoseconds
        cpu = MeasuredProgram.childrensTime - before
        peakMemory = peak
        output = pipe.fileHandleForReading.readDataToEndOfFile()
        guard process.terminationStatus == 0 else {
            throw ValidationError(
                "\(program.lastPathComponent) ended with status \(process.terminationStatus); what it wrote last says why"
            )
        }
    }

    /// The largest resident set that a running process has had, in bytes; nil once it has ended.
    static func peakMemory(of process: pid_t) -> Int? {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return nil }
        return line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }.map { $0 * 1_024 }
    }

    /// The CPU time of all ended children, in nanoseconds.
    private static var childrensTime: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        return (seconds * 1_000_000 + Int(usage.ru_utime.tv_usec) + Int(usage.ru_stime.tv_usec)) * 1_000
    }
}
