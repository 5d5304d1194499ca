import Foundation
import TemporaryFolders
import Testing

@testable import evaluate

@Suite("The program evaluate", .timeLimit(.minutes(5)))
struct ProgramTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(at: folder.file("tmp"), withIntermediateDirectories: false)
    }

    /// Starts the program that was built beside the tests; its temporary folders are in the test's own folder.
    private func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("evaluate")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": folder.file("tmp").path]) { $1 }
        for name in ["out", "err"] { try folder.write("", as: name) }
        process.standardOutput = try FileHandle(forWritingTo: folder.file("out"))
        process.standardError = try FileHandle(forWritingTo: folder.file("err"))
        try process.run()
        return process
    }

    private func written(_ name: String) throws -> String { try String(contentsOf: folder.file(name), encoding: .utf8) }

    private func temporary() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.file("tmp").path)
    }

    private func archive(_ count: Int, ending: String = "") throws -> String {
        let lines = KnownItemsTests.articles(count, length: 60).map {
            "{\"id\": \"\($0.id)\", \"title\": \"\($0.title)\", \"body\": \"\($0.body)\"}\n"
        }
        return try folder.write(lines.joined() + ending, as: "archive.jsonl")
    }

    @Test("Baselines give a row for each engine, kind of query and spelling, and no files remain")
    func table() throws {
        let process = try start(["--baselines", "--items", "5", "--json", "--archive", try archive(20)])
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try written("err").isEmpty)
        let rows = try JSONSerialization.jsonObject(with: Data(try written("out").utf8)) as? [[String: Any]] ?? []
        #expect(Set(rows.compactMap { $0["engine"] as? String }).count == 4)
        #expect(rows.count == 4 * 4 * 3)
        #expect(rows.allSatisfy { $0["queries"] as? Int == 5 })
        #expect(try temporary() == [])
    }

    @Test("Unreadable input changes the exit status, and the rest is scored")
    func failures() throws {
        let process = try start(["--items", "5", "--archive", try archive(20, ending: "{\n")])
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(try written("err").contains("archive.jsonl:21: "))
        #expect(try written("out").contains("tracuu auto"))
    }

    @Test("A signal ends the program with that signal and removes its folders", arguments: [SIGINT, SIGTERM])
    func interrupted(signal: Int32) throws {
        let process = try start(["--baselines", "--archive", try archive(5_000)])
        while try temporary().isEmpty, process.isRunning { usleep(1_000) }
        #expect(kill(process.processIdentifier, signal) == 0)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == signal)
        #expect(try temporary() == [])
    }

    @Test("A kept index whose construction was interrupted does not prevent the next run")
    func interruptedKept() throws {
        let marker = folder.file("kept/archive-articles/" + KeptIndex.markerName)
        let process = try start(["--keep", folder.file("kept").path, "--archive", try archive(5_000)])
        while !FileManager.default.fileExists(atPath: marker.path), process.isRunning { usleep(1_000) }
        #expect(kill(process.processIdentifier, SIGINT) == 0)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        for _ in 0..<2 {
            let again = try start(
                ["--items", "5", "--keep", folder.file("kept").path, "--archive", try archive(20)])
            again.waitUntilExit()
            #expect(again.terminationStatus == 0)
            #expect(try written("err").isEmpty)
        }
    }
}
