import ArgumentParser
import Foundation
import Measuring

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
        let memory = PeakMemory(of: process.processIdentifier)
        process.waitUntilExit()
        wall = start.duration(to: .now).nanoseconds
        cpu = MeasuredProgram.childrensTime - before
        peakMemory = memory.bytes
        output = pipe.fileHandleForReading.readDataToEndOfFile()
        guard process.terminationStatus == 0 else {
            throw ValidationError(
                "\(program.lastPathComponent) ended with status \(process.terminationStatus); what it wrote last says why"
            )
        }
    }

    /// The CPU time of all ended children, in nanoseconds.
    private static var childrensTime: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        return (seconds * 1_000_000 + Int(usage.ru_utime.tv_usec) + Int(usage.ru_stime.tv_usec)) * 1_000
    }
}
