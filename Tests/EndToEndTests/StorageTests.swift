import Foundation
import Testing

@Suite("Commands on the files of the index")
struct StorageTests {
    private let home: Home

    init() throws { home = try Home() }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "readers.lock" }.sorted()
    }

    /// Runs the client on an index of two articles, with a daemon or without one.
    private func begin(isServed: Bool) throws {
        let lines = #"{"id": "a", "body": "Chợ nổi"}"# + "\n" + #"{"id": "b", "body": "Bến xe"}"#
        _ = try Programs.tracuu(["index", "--quiet", try home.write(lines, as: "a.jsonl")], in: home)
        if isServed { _ = try Programs.tracuu(["daemon", "start"], in: home) }
    }

    @Test("The commands compact and rebuild make the next generation and report the outcome", arguments: [false, true])
    func generations(isServed: Bool) throws {
        try begin(isServed: isServed)
        let compacted = try Programs.tracuu(["compact", "--json"], in: home)
        #expect(compacted.status == 0)
        #expect(try compacted.json()["articles"] as? Int == 2)
        #expect(try compacted.json()["generation"] as? Int == 2)
        let rebuilt = try Programs.tracuu(["rebuild", "--json"], in: home)
        #expect(rebuilt.status == 0)
        #expect(try (rebuilt.json()["articles"] as? Int, rebuilt.json()["lost"] as? Int) == (2, 0))
        #expect(try names(in: home.index) == ["CURRENT", "generation-000003", "writer.lock"])
        let line = try Programs.tracuu(["compact"], in: home)
        #expect(line.output.hasPrefix("2 articles, ") && line.errors.isEmpty)
        #expect(try Programs.tracuu(["search", "--format", "paths", "chợ"], in: home).status == 0)
        #expect(try Programs.tracuu(["status", "--json"], in: home).json()["generation"] as? Int == 4)
    }

    @Test(
        "The command backup copies into a folder that --index can name, and restore puts it back",
        arguments: [false, true])
    func backup(isServed: Bool) throws {
        try begin(isServed: isServed)
        // The path is relative to the client's folder, wherever the daemon runs.
        let made = try Programs.tracuu(["backup", "copy"], in: home, folder: home.path)
        #expect(made.status == 0)
        #expect(made.output.contains("in \(home.path)/copy"))
        #expect(try names(in: home.path + "/copy") == ["CURRENT", "generation-000001"])
        let copy = ["--no-daemon", "--index", home.path + "/copy"]
        #expect(try Programs.tracuu(["search", "chợ"] + copy, in: home).status == 0)
        #expect(try Programs.tracuu(["status", "--json"] + copy, in: home).json()["articles"] as? Int == 2)

        let again = try Programs.tracuu(["backup", home.path + "/copy"], in: home)
        #expect(again.status == 2)
        #expect(again.errorLines.count == 1)
        #expect(again.errors.contains("\(home.path)/copy exists and is not an empty folder"))

        #expect(try Programs.tracuu(["remove", "a"], in: home).status == 0)
        #expect(try Programs.tracuu(["search", "--no-daemon", "chợ"], in: home).status == 1)
        let restored = try Programs.tracuu(["restore", "--json", "copy"], in: home, folder: home.path)
        #expect(restored.status == 0)
        #expect(try restored.json()["articles"] as? Int == 2)
        #expect(try Programs.tracuu(["search", "chợ"], in: home).status == 0, "the daemon sees it too")
        #expect(try names(in: home.index) == ["CURRENT", "generation-000002", "writer.lock"])
        let nowhere = try Programs.tracuu(["restore", home.path + "/nowhere"], in: home)
        #expect(nowhere.status == 2)
        #expect(nowhere.errorLines.count == 1)
    }

    @Test("The command suspend keeps every writer off until resume, across a daemon restart", arguments: [false, true])
    func suspension(isServed: Bool) throws {
        try begin(isServed: isServed)
        #expect(try Programs.tracuu(["suspend"], in: home).output == "suspended\n")
        #expect(try Programs.tracuu(["suspend"], in: home).output == "suspended already\n")
        if isServed { _ = try Programs.tracuu(["daemon", "restart"], in: home) }
        for command in [["index", home.path + "/a.jsonl"], ["remove", "a"], ["compact"], ["rebuild"]] {
            let refused = try Programs.tracuu(command, in: home)
            #expect(refused.status == 3)
            #expect(refused.errorLines.count == 1)
            #expect(refused.errors.contains("suspended") && refused.errors.contains("tracuu resume"))
        }
        #expect(try Programs.tracuu(["search", "chợ"], in: home).status == 0)
        let status = try Programs.tracuu(["status", "--json"], in: home).json()
        #expect((status["indexing"] as? [String: Any])?["state"] as? String == "suspended")
        #expect(
            try Programs.tracuu(["resume", "--json"], in: home).json() as? [String: Bool] == [
                "suspended": false, "changed": true,
            ])
        #expect(try Programs.tracuu(["index", home.path + "/a.jsonl"], in: home).status == 0)
    }

    @Test("The command failed lists files and lines until they are indexed successfully", arguments: [false, true])
    func failed(isServed: Bool) throws {
        try begin(isServed: isServed)
        let none = try Programs.tracuu(["failed"], in: home)
        #expect(none.status == 1 && none.output.isEmpty && none.errors.isEmpty)
        let path = try home.write("{\"id\": \"c\", \"body\": \"Ba\"}\njunk\n", as: "bad.jsonl")
        _ = try Programs.tracuu(["index", "--quiet", path], in: home)
        let listed = try Programs.tracuu(["failed"], in: home)
        #expect(listed.status == 0)
        #expect(listed.output.hasPrefix("\(path):2: "))
        let json = try Programs.tracuu(["failed", "--json"], in: home).json()
        #expect((json["failed"] as? [[String: Any]])?.first?["line"] as? Int == 2)
        _ = try Programs.tracuu(
            ["index", "--quiet", try home.write("{\"id\": \"c\", \"body\": \"Ba\"}", as: "bad.jsonl")], in: home)
        #expect(try Programs.tracuu(["failed"], in: home).status == 1)
    }

    @Test(
        "An index of an earlier layout is refused with advice to rebuild, also through the daemon",
        arguments: [false, true])
    func earlierLayout(isServed: Bool) throws {
        try begin(isServed: false)
        let generation = home.index + "/generation-000001"
        try FileManager.default.moveItem(atPath: generation + "/live", toPath: home.index + "/aside")
        try FileManager.default.removeItem(atPath: generation)
        try FileManager.default.moveItem(atPath: home.index + "/aside", toPath: generation)
        if isServed { _ = try Programs.tracuu(["daemon", "start"], in: home) }
        let way = isServed ? [] : ["--no-daemon"]
        let refused = try Programs.tracuu(["search", "chợ"] + way, in: home)
        #expect(refused.status == 3)
        #expect(refused.errors.contains("tracuu rebuild"))
        #expect(try Programs.tracuu(["rebuild"] + way, in: home).output == "2 articles, 0 could not be read\n")
        #expect(try Programs.tracuu(["search", "chợ"] + way, in: home).status == 0)
    }

    @Test(
        "A client that disconnects during a rebuild leaves the index intact, and the next writer works unhindered")
    func abandonedRebuild() throws {
        let path = try home.writeManyArticles(3_000)
        _ = try Programs.tracuu(["index", "--quiet", path], in: home)
        _ = try Programs.tracuu(["daemon", "start"], in: home)
        let client = try Programs.start("tracuu", ["rebuild"], in: home)
        while try names(in: home.index).allSatisfy({ !$0.hasSuffix(".new") }) && client.isRunning { usleep(1_000) }
        kill(client.processIdentifier, SIGKILL)
        client.waitUntilExit()
        // The next writer waits for the rebuild to end, and finds everything in its place.
        #expect(try Programs.tracuu(["index", "--json", path], in: home).json()["unchanged"] as? Int == 3_000)
        #expect(try names(in: home.index).count == 3)
    }
}
