import Foundation
import Seeding
import TemporaryFolders
import Testing
import XapianSamples

@testable import Xapian

/// libxapian follows damaged lengths wherever they lead, which AddressSanitizer rightly ends a process for in its own way.
private let isUnderAddressSanitizer = dlsym(nil, "__asan_init") != nil

/// On damaged tables libxapian may read unmapped memory or loop forever: a separate process reads them here.
@Suite("Faults inside libxapian", .disabled(if: isUnderAddressSanitizer))
struct FaultTests {
    /// The outcome of a process that read a database.
    private enum Outcome: Equatable {
        /// It came to its end, with what it says: that everything was read, or the kind of an error.
        case ended(String)
        /// It ended by a fault, and reported it.
        case faulted(told: Bool)
        /// It was stopped after 10 seconds of computing.
        case wentRound
        /// It ended in any other way.
        case other(Int32)
    }

    private let folder: TemporaryFolder
    private let path: String
    private var numbers: SeededGenerator

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path(of: "db")
        numbers = SeededGenerator(seed: 0)
        try makeDatabase(
            path, (0..<300).map { Document("common w\($0) w\($0 / 2)", values: [1: "v\($0)"], data: "text \($0) text") }
        )
    }

    private func read() throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("fault-probe")
        let mark = folder.path(of: "FAULTED")
        try? FileManager.default.removeItem(atPath: mark)
        process.arguments = [mark, "read", path]
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let lines = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let status = process.terminationStatus
        switch (process.terminationReason, status) {
        case (.exit, 0): return .ended(text.trimmingCharacters(in: .whitespacesAndNewlines))
        case (.uncaughtSignal, SIGXCPU): return .wentRound
        case (.uncaughtSignal, SIGSEGV), (.uncaughtSignal, SIGBUS), (.uncaughtSignal, SIGFPE),
            (.uncaughtSignal, SIGABRT):
            let hasMark = FileManager.default.fileExists(atPath: mark)
            return .faulted(told: hasMark && lines.contains("signal \(status), ") && lines.count { $0 == "\n" } == 1)
        default: return .other(status)
        }
    }

    @Test(
        "A changed byte in a table gives an error, none, or a reported fault; the next process reads an intact table",
        arguments: 0..<4)
    mutating func flippedBytes(seed: UInt64) throws {
        numbers = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            let table = ["postlist.glass", "termlist.glass", "docdata.glass", "iamglass"].randomElement(using: &numbers)
            let url = URL(fileURLWithPath: path + "/" + (table ?? ""))
            let sound = try Data(contentsOf: url)
            var damaged = sound
            damaged[Int.random(in: 0..<damaged.count, using: &numbers)] ^= UInt8.random(in: 1...255, using: &numbers)
            try damaged.write(to: url)
            switch try read() {
            case .ended(let text): #expect(text == "read" || XapianError.Kind(rawValue: text) != nil)
            case .faulted(let isTold): #expect(isTold)
            case .wentRound: break
            case .other(let status): Issue.record("it ended with \(status)")
            }
            try sound.write(to: url)
        }
        #expect(try read() == .ended("read"))
    }
}
