import Foundation
import SearchProtocol
import Testing

@Suite("Killed processes lose no committed article")
struct CrashTests {
    @Test("Killing the daemon with -9 during indexing keeps what was committed, and indexing can continue")
    func killedDaemon() throws {
        let home = try Home()
        let total = 6_000
        let path = try home.writeManyArticles(total)
        try home.commitOften()
        try home.indexFirstArticle()
        let daemon = try Programs.start("tracuud", [], in: home)
        let connection = try home.connect()
        let client = Thread {
            // Ends with the connection, when the daemon is killed.
            _ = try? connection.value.call(.index, IndexParams(paths: [path]))
        }
        client.start()
        var seen = 0
        while seen == 0 && daemon.isRunning { seen = try home.articles() - 1 }
        kill(daemon.processIdentifier, SIGKILL)
        daemon.waitUntilExit()

        let kept = try home.articles() - 1
        #expect(kept >= seen)
        #expect(kept < total, "the daemon was to be killed in the middle")
        let carriedOn = try Programs.tracuu(["index", "--json", path], in: home).json()
        #expect(carriedOn["unchanged"] as? Int == kept)
        #expect(carriedOn["added"] as? Int == total - kept)
        #expect(try home.articles() == total + 1)
    }

    @Test("Killing the client that asked the daemon to index leaves the daemon serving, and indexing continues")
    func killedClient() throws {
        let home = try Home()
        let path = try home.writeManyArticles(3_000)
        try home.commitOften()
        try home.indexFirstArticle()
        let daemon = try Programs.start("tracuud", [], in: home)
        defer {
            daemon.terminate()
            daemon.waitUntilExit()
        }
        _ = try home.connect()
        let client = try Programs.start("tracuu", ["index", path], in: home)
        while try home.articles() == 1 && client.isRunning {}
        kill(client.processIdentifier, SIGKILL)
        client.waitUntilExit()
        #expect(try Programs.tracuu(["search", "thành ủy"], in: home).status == 0)
        let carriedOn = try Programs.tracuu(["index", "--json", path], in: home).json()
        #expect((carriedOn["added"] as? Int ?? 0) + (carriedOn["unchanged"] as? Int ?? 0) == 3_000)
        #expect(daemon.isRunning)
    }
}
