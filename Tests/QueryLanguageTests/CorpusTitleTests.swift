import Foundation
import QueryLanguage
import Testing

/// The folder of real articles, if the environment names one.
private let corpus = ProcessInfo.processInfo.environment["TRACUU_CORPUS"]

@Suite(
    "Titles of real articles",
    .enabled(if: corpus != nil, "TRACUU_CORPUS names no folder of *.jsonl.xz: the tests on real articles are skipped"))
struct CorpusTitleTests {
    private struct Record: Decodable { let title: String? }

    @Test("Every tenth title, pasted, is no error and asks for each of its syllables, unless a hyphen excludes one")
    func pasted() throws {
        let folder = URL(filePath: try #require(corpus))
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let titles = try files.filter { $0.path.hasSuffix(".jsonl.xz") }.flatMap { try Self.titles(in: $0) }
        try #require(titles.count > 200)
        var excluding = 0
        for title in titles {
            do throws(QueryError) {
                let tree = try sampleParser.parse(title)
                if tree.excludes {
                    excluding += 1
                } else if tree.askedSyllables != syllables(of: title) {
                    Issue.record("\(title): \(tree)")
                }
            } catch  where error.isEmptyQuery {
                if !syllables(of: title).isEmpty { Issue.record("\(title): \(error)") }
            } catch {
                Issue.record("\(title): \(error)")
            }
        }
        #expect(excluding * 1_000 <= titles.count)
    }

    /// The title of every tenth record, which a build without optimisation parses in seconds.
    private static func titles(in file: URL) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "xz --decompress --stdout -- \"$0\" | awk 'NR % 10 == 1'", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let decoder = JSONDecoder()
        return try data.split(separator: UInt8(ascii: "\n")).compactMap { line in
            try decoder.decode(Record.self, from: Data(line)).title
        }
    }
}
