import Foundation
import Testing

@Suite("Checking and repairing an index")
struct CheckTests {
    /// The file of a table of the current generation.
    private func table(_ name: String, in home: Home) throws -> URL {
        let found = FileManager.default.enumerator(atPath: home.index)?.compactMap { $0 as? String } ?? []
        return home.file("index").appendingPathComponent(try #require(found.first { $0.hasSuffix(name) }))
    }

    @Test("An intact index passes the check with and without a daemon, quickly or in full", arguments: [true, false])
    func sound(hasDaemon: Bool) throws {
        let home = try Home()
        _ = try Programs.tracuu(["index", "--quiet", sampleArchive], in: home)
        if hasDaemon { _ = try Programs.tracuu(["daemon", "start"], in: home) }
        for options in [[], ["--quick"]] {
            let outcome = try Programs.tracuu(["check", "--json"] + options, in: home)
            #expect(outcome.status == 0, "\(outcome.output)")
            #expect(try outcome.json()["ok"] as? Bool == true)
            #expect(try outcome.json()["problems"] as? [String] == [])
        }
        #expect(try Programs.tracuu(["check"], in: home).output == "no problems\n")
    }

    @Test("Without an index there is nothing to check")
    func missing() throws {
        let outcome = try Programs.tracuu(["check"], in: try Home())
        #expect(outcome.status == 3)
        #expect(outcome.errorLines.count == 1)
    }

    @Test(
        "Damage is named, a search fails or is right, the daemon lives on, and a rebuild or reindexing repairs it"
    )
    func damaged() throws {
        let home = try Home()
        _ = try Programs.tracuu(["index", "--quiet", sampleArchive], in: home)
        let docdata = try table("docdata.glass", in: home)
        var bytes = try Data(contentsOf: docdata)
        for offset in stride(from: 8_192 + 100, to: bytes.count, by: 97) { bytes[offset] ^= 0x5A }
        try bytes.write(to: docdata)
        let start = try Programs.tracuu(["daemon", "start", "--json"], in: home)
        let process = try start.json()["process"] as? Int
        let check = try Programs.tracuu(["check", "--json"], in: home)
        #expect(check.status == 3)
        let problems = try check.json()["problems"] as? [String] ?? []
        #expect(problems.contains { $0.contains("docdata") })
        #expect(problems.allSatisfy { $0.contains("tracuu rebuild") && !$0.contains("\n") })
        let search = try Programs.tracuu(["search", "thành phố"], in: home)
        #expect(search.status == 3)
        #expect(search.errorLines.count == 1)
        #expect(search.errors.contains("tracuu rebuild"))
        let rebuild = try Programs.tracuu(["rebuild"], in: home)
        #expect(rebuild.status == 0 || rebuild.errors.contains("index the files again"), "\(rebuild.errors)")
        if rebuild.status != 0 { try FileManager.default.removeItem(atPath: home.index) }
        #expect(try Programs.tracuu(["index", "--quiet", sampleArchive], in: home).status == 0)
        #expect(try Programs.tracuu(["check"], in: home).status == 0)
        #expect(try Programs.tracuu(["search", "thành phố"], in: home).status == 0)
        #expect(try Programs.tracuu(["daemon", "start", "--json"], in: home).json()["process"] as? Int == process)
    }

    @Test("A check runs beside indexing, and finds no problem in an index that is being written")
    func live() throws {
        let home = try Home()
        let path = try home.writeManyArticles(1_500)
        try home.commitOften()
        _ = try Programs.tracuu(["daemon", "start"], in: home)
        let indexing = try Programs.start("tracuu", ["index", path], in: home)
        while try home.articles() == 0 && indexing.isRunning {}
        let check = try Programs.tracuu(["check", "--json"], in: home)
        let told = try check.json()
        #expect(told["problems"] as? [String] == [], "\(told)")
        #expect(check.status == 0)
        indexing.waitUntilExit()
        #expect(indexing.terminationStatus == 0)
        #expect(try Programs.tracuu(["check", "--json"], in: home).json()["notes"] as? [String] == [])
    }
}
