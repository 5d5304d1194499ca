import Foundation
import Measuring
import Testing

@testable import benchmark

@Suite("The program benchmark", .timeLimit(.minutes(5)))
struct ProgramTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("bt-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("tmp"), withIntermediateDirectories: true)
        try CorpusFile.write(InventedArticles.make(120), to: corpus)
    }

    private var corpus: String { folder.appendingPathComponent("news.jsonl").path }
    private var kept: String { folder.appendingPathComponent("kept").path }

    /// Runs the program that was built beside the tests; its temporary folders are in the test's own folder.
    private func run(_ arguments: [String]) throws -> (output: String, errors: String, status: Int32) {
        let process = Process()
        process.executableURL = MeasuredHome.programs.appendingPathComponent("benchmark")
        process.arguments = arguments
        let temporary = folder.appendingPathComponent("tmp").path
        process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary]) { $1 }
        let names = ["out", "err"].map { folder.appendingPathComponent($0) }
        for name in names { try Data().write(to: name) }
        process.standardOutput = try FileHandle(forWritingTo: names[0])
        process.standardError = try FileHandle(forWritingTo: names[1])
        try process.run()
        process.waitUntilExit()
        let texts = try names.map { try String(contentsOf: $0, encoding: .utf8) }
        return (texts[0], texts[1], process.terminationStatus)
    }

    @Test("Without peers, our engine and stock Xapian run, every answer is right, and the index is reused")
    func ownEngine() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let arguments = [
            corpus, "--no-peers", "--engine", "tracuu", "--engine", "stock", "--queries", "6", "--keep", kept,
        ]
        let first = try run(arguments)
        #expect(first.status == 0, "\(first.errors)")
        let lines = first.output.split(separator: "\n").map(String.init)
        for kind in QueryKind.allCases {
            let rows = lines.filter { $0.hasPrefix(kind.rawValue + " ") && $0.contains("%") }
            #expect(rows.count == (kind.isUnmarked ? 3 : 4), "\(kind)")
            for row in rows {
                let right = try #require(row.split(separator: " ").last).split(separator: "/")
                #expect(right.first == right.last, "\(row) \(first.errors)")
            }
        }
        #expect(lines.contains { $0.hasPrefix("tracuud until its socket answers") })
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("tmp").path).isEmpty)

        let second = try run(arguments + ["--rebuild", "stock", "--markdown"])
        #expect(second.status == 0, "\(second.errors)")
        let builds = second.output.split(separator: "\n").filter { $0.hasSuffix("| earlier |") }
        #expect(builds.count == 1)
        #expect(builds.first?.hasPrefix("| tracuu |") == true)
    }

    @Test("A folder with other contents is left unchanged")
    func foreign() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let kept = folder.appendingPathComponent("kept")
        try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: false)
        try Data("mine".utf8).write(to: kept.appendingPathComponent("file"))
        let outcome = try run([corpus, "--no-peers", "--keep", kept.path])
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("name another folder to --keep"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: kept.path) == ["file"])
    }

    @Test("Missing Python engines are reported, and a request that needs them is an error")
    func missing() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let outcome = try run([corpus, "--engine", "tantivy", "--queries", "1"])
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("NO PEERS"))
        #expect(outcome.errors.contains("Config/run-benchmark"))
    }
}
