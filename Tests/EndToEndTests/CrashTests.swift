import Foundation
import SearchClient
import SearchProtocol
import Testing

@Suite("Killed processes lose nothing that was committed")
struct CrashTests {
    /// Articles enough for many commits: a few megabytes of invented text.
    private func manyArticles(_ home: Home, count: Int) throws -> String {
        let words = [
            "thành", "ủy", "quận", "huyện", "đảng", "bộ", "hội", "nghị", "nông", "thôn", "mới", "đường", "sắt",
        ]
        var lines = ""
        for number in 0..<count {
            let text = (0..<200).map { words[(number * 7 + $0 * $0) % words.count] }.joined(separator: " ")
            lines += "{\"id\": \"n\(number)\", \"title\": \"Bài số \(number)\", \"body\": \"\(text)\"}\n"
        }
        return try home.write(lines, as: "many.jsonl")
    }

    private func articles(_ home: Home) throws -> Int {
        // Before the first commit there may be no index to ask.
        let status = try Programs.tracuu(["status", "--json", "--no-daemon"], in: home)
        return status.status == 0 ? try status.json()["articles"] as? Int ?? 0 : 0
    }

    @Test("Kill the daemon with -9 in the middle of indexing: what was committed is there, and indexing carries on")
    func killedDaemon() throws {
        let home = try Home()
        let total = 6_000
        let path = try manyArticles(home, count: total)
        let config = try home.write("writing:\n  commitBytes: 64KiB\n", as: "config/tracuu/tracuu.yaml")
        let daemon = try Programs.start("tracuud", ["--config", config], in: home)
        let connection = try connect(home)
        let client = Thread {
            // Ends with the connection, when the daemon is killed.
            _ = try? connection.value.call(.index, IndexParams(paths: [path]))
        }
        client.start()
        var seen = 0
        while seen == 0 && daemon.isRunning { seen = try articles(home) }
        kill(daemon.processIdentifier, SIGKILL)
        daemon.waitUntilExit()

        let kept = try articles(home)
        #expect(kept >= seen)
        #expect(kept < total, "the daemon was to be killed in the middle")
        let carriedOn = try Programs.tracuu(["index", "--json", path], in: home).json()
        #expect(carriedOn["unchanged"] as? Int == kept)
        #expect(carriedOn["added"] as? Int == total - kept)
        #expect(try articles(home) == total)
    }

    @Test("Kill the client that asked the daemon to index: the daemon goes on serving, and indexing carries on")
    func killedClient() throws {
        let home = try Home()
        let path = try manyArticles(home, count: 3_000)
        let config = try home.write("writing:\n  commitBytes: 64KiB\n", as: "config/tracuu/tracuu.yaml")
        let daemon = try Programs.start("tracuud", ["--config", config], in: home)
        defer {
            daemon.terminate()
            daemon.waitUntilExit()
        }
        _ = try connect(home)
        let client = try Programs.start("tracuu", ["index", path], in: home)
        while try articles(home) == 0 && client.isRunning {}
        kill(client.processIdentifier, SIGKILL)
        client.waitUntilExit()
        #expect(try Programs.tracuu(["search", "thành ủy"], in: home).status == 0)
        let carriedOn = try Programs.tracuu(["index", "--json", path], in: home).json()
        #expect((carriedOn["added"] as? Int ?? 0) + (carriedOn["unchanged"] as? Int ?? 0) == 3_000)
        #expect(daemon.isRunning)
    }

    @Test(
        "SIGINT ends indexing with status 130, with a daemon and without; the same command carries on",
        arguments: [false, true])
    func interrupted(isServed: Bool) throws {
        let home = try Home()
        let path = try manyArticles(home, count: 6_000)
        _ = try home.write("writing:\n  commitBytes: 64KiB\n", as: "config/tracuu/tracuu.yaml")
        let config = home.path + "/config/tracuu/tracuu.yaml"
        if isServed { _ = try Programs.tracuu(["daemon", "start", "--config", config], in: home) }
        let client = try Programs.start("tracuu", ["index", "--config", config, path], in: home)
        while try articles(home) == 0 && client.isRunning {}
        kill(client.processIdentifier, SIGINT)
        client.waitUntilExit()
        #expect(client.terminationReason == .exit)
        #expect(client.terminationStatus == 130)
        let carriedOn = try Programs.tracuu(["index", "--json", path], in: home).json()
        #expect((carriedOn["unchanged"] as? Int ?? 0) > 0)
        #expect((carriedOn["added"] as? Int ?? 0) + (carriedOn["unchanged"] as? Int ?? 0) == 6_000)
    }

    /// A connection handed to one other thread and used by nobody else.
    private struct Handed: @unchecked Sendable {
        // Safe: the test makes it, gives it to one thread and does not touch it again.
        let value: Connection
    }

    private func connect(_ home: Home) throws -> Handed {
        let path = try SocketPath(home.socket)
        for _ in 0..<1_000 {
            if let connection = try Connection.ifServed(at: path) { return Handed(value: connection) }
            usleep(10_000)
        }
        throw CocoaError(.fileReadNoSuchFile)
    }
}
