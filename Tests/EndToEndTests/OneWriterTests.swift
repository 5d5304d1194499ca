import Foundation
import Testing

@Suite("A single owner of the write lock")
struct OneWriterTests {
    /// The number of clients that index at the same time.
    private static let clients = 5
    /// The number of articles of each client, the last of which all clients share.
    private static let articles = 300

    /// The articles of one client, and one that all share.
    private func write(_ client: Int, in home: Home) throws -> String {
        var lines = (0..<OneWriterTests.articles - 1).map { number in
            #"{"id": "c\#(client)-\#(number)", "title": "Bài \#(number)", "body": "đường sắt đô thị \#(client) \#(number)"}"#
        }
        lines.append(#"{"id": "shared", "title": "Chung", "body": "của cả năm"}"#)
        return try home.write(lines.joined(separator: "\n"), as: "c\(client).jsonl")
    }

    @Test(
        "Five concurrent clients index every article, their counts add up, and a waiting client names the lock's owner",
        arguments: ["without a daemon", "with a daemon", "some past the daemon"])
    func atOnce(way: String) throws {
        let home = try Home()
        try home.commitOften()
        let daemon =
            way == "without a daemon"
            ? nil : try Programs.tracuu(["daemon", "start", "--json"], in: home).json()["process"] as? Int
        let files = try (0..<OneWriterTests.clients).map { try write($0, in: home) }
        let clients = try files.enumerated().map { number, file in
            let isPast = way == "some past the daemon" && number % 2 == 1
            // Half of them as files, half through a pipe.
            let input = number % 2 == 0 ? try String(contentsOfFile: file, encoding: .utf8) : nil
            let arguments = ["index", "--json"] + (isPast ? ["--no-daemon"] : []) + [input == nil ? file : "-"]
            return try Client(arguments, in: home, input: input)
        }
        var (added, rest) = (0, 0)
        for client in clients {
            let outcome = try client.finish()
            #expect(outcome.status == 0, "\(outcome.errors)")
            let result = try outcome.json()
            added += result["added"] as? Int ?? 0
            rest += (result["unchanged"] as? Int ?? 0) + (result["updated"] as? Int ?? 0)
            #expect((result["failed"] as? [Any])?.isEmpty == true)
            #expect(outcome.errorLines.count <= 1)
            for line in outcome.errorLines {
                let message = /tracuu: waiting for tracuu index \(process (\d+)\)/
                let waiting = try #require(line.wholeMatch(of: message), "\(line)")
                let holder = try #require(Int(waiting.1))
                // The daemon, or a private one of another client.
                #expect(way == "with a daemon" ? holder == daemon : holder != Int(client.process.processIdentifier))
            }
        }
        let each = OneWriterTests.articles - 1
        #expect(added == OneWriterTests.clients * each + 1)
        #expect(added + rest == OneWriterTests.clients * OneWriterTests.articles)
        #expect(try home.articles() == added)
        for client in 0..<OneWriterTests.clients {
            let found = try Programs.tracuu(["show", "--no-daemon", "--json", "c\(client)-\(each - 1)"], in: home)
            #expect(found.status == 0)
        }
    }

    @Test(
        "Five clients that find the lock held all name its owner, and all finish when it is free",
        arguments: [false, true])
    func waiting(isServed: Bool) throws {
        let home = try Home()
        let article = #"{"id": "a", "body": "Một"}"#
        _ = try Programs.tracuu(["index", "--quiet", "--no-daemon", "-"], in: home, input: article)
        if isServed { _ = try Programs.tracuu(["daemon", "start"], in: home) }
        let lock = open(home.index + "/writer.lock", O_RDWR)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let note = Array("a long job (process 1)".utf8)
        ftruncate(lock, 0)
        #expect(pwrite(lock, note, note.count, 0) == note.count)
        let clients = try (0..<OneWriterTests.clients).map {
            try Client(["index", "--json", write($0, in: home)], in: home)
        }
        for client in clients {
            while client.errors.isEmpty && client.process.isRunning { usleep(5_000) }
            #expect(client.errors == "tracuu: waiting for a long job (process 1)\n")
        }
        flock(lock, LOCK_UN)
        for client in clients { #expect(try client.finish().status == 0) }
        #expect(try home.articles() == OneWriterTests.clients * (OneWriterTests.articles - 1) + 2)
    }

    @Test("Articles from a pipe are committed by their bytes, not with every message to the daemon")
    func pipedCommits() throws {
        let home = try Home()
        _ = try home.write("limits:\n  frame: 32KiB\n", as: "tracuu.yaml")
        let article = #"{"id": "a", "body": "Một"}"#
        _ = try Programs.tracuu(["index", "--quiet", "--no-daemon", "-"], in: home, input: article)
        _ = try Programs.tracuu(["daemon", "start"], in: home)
        let file = try home.writeManyArticles(1_000)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.utf8.count > 20 * 32 << 10, "enough for many messages")
        let before = try Programs.tracuu(["status", "--json"], in: home).json()["revision"] as? Int ?? 0
        let outcome = try Programs.tracuu(["index", "--json", "-"], in: home, input: text)
        #expect(try outcome.json()["added"] as? Int == 1_000)
        let after = try Programs.tracuu(["status", "--json"], in: home).json()
        #expect(after["articles"] as? Int == 1_001)
        #expect((after["revision"] as? Int ?? 0) - before < 15)
        // The write lock is free again.
        #expect(try Programs.tracuu(["remove", "--no-daemon", "a"], in: home).errors.isEmpty)
    }
}
