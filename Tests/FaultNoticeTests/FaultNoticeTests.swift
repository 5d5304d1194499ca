import FaultNotice
import Foundation
import Testing

@Suite("What a process that faults leaves behind")
struct FaultNoticeTests {
    private struct Outcome {
        var signal: Int32?
        var status: Int32
        var errors: String
        var mark: String?
    }

    /// Runs the probe in a folder of its own.
    private func probe(_ words: String..., makesFolder: Bool = true) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fault-\(UUID().uuidString)")
        if makesFolder { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
        defer { try? FileManager.default.removeItem(at: folder) }
        let mark = folder.appendingPathComponent("FAULTED")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("fault-probe")
        process.arguments = [mark.path] + words
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let told = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return Outcome(
            signal: isSignal ? process.terminationStatus : nil, status: process.terminationStatus,
            errors: String(decoding: told, as: UTF8.self), mark: try? String(contentsOf: mark, encoding: .utf8))
    }

    @Test(
        "A signal that indicates a fault ends the process by that signal, with one line and a mark",
        arguments: [
            (SIGSEGV, "SIGSEGV"), (SIGBUS, "SIGBUS"), (SIGFPE, "SIGFPE"), (SIGILL, "SIGILL"), (SIGTRAP, "SIGTRAP"),
            (SIGABRT, "SIGABRT"), (SIGSYS, "SIGSYS"),
        ])
    func signals(number: Int32, name: String) throws {
        let outcome = try probe("signal", "\(number)")
        #expect(outcome.signal == number)
        #expect(outcome.mark == "a fault (signal \(number), \(name))\n")
        #expect(
            outcome.errors == "fault-probe: a fault (signal \(number), \(name)), so this process ends; "
                + "what was committed is kept, and the index is checked at the next start\n")
    }

    @Test("A fault on any thread is reported, also after a stack overflow", arguments: ["address", "stack"])
    func threads(kind: String) throws {
        let outcome = try probe(kind)
        #expect(outcome.signal == SIGSEGV)
        #expect(outcome.mark == "a fault (signal 11, SIGSEGV)\n")
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    @Test("The mark names the interrupted operation")
    func activity() throws {
        let outcome = try probe("abort")
        #expect(outcome.signal == SIGABRT)
        #expect(outcome.mark == "a fault (signal 6, SIGABRT)\nrebuild\n")
    }

    @Test("A process that ends itself reports that in the same way")
    func ending() throws {
        let outcome = try probe("end")
        #expect(outcome.signal == nil)
        #expect(outcome.status == FaultNotice.stuckStatus)
        #expect(outcome.mark == "a search could not be stopped\n")
        #expect(outcome.errors.hasPrefix("fault-probe: a search could not be stopped, so this process ends; "))
    }

    @Test("If the mark cannot be written there is no mark, and the line is still printed")
    func unwritable() throws {
        let outcome = try probe("signal", "\(SIGBUS)", makesFolder: false)
        #expect(outcome.signal == SIGBUS)
        #expect(outcome.mark == nil)
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }
}
