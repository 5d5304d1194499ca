import Foundation
import Testing

@Suite("Interrupted commands")
struct InterruptionTests {
    @Test(
        "SIGINT ends indexing with status 130 and one line, keeps what was read, and the next run continues",
        arguments: [false, true])
    func interrupted(isServed: Bool) throws {
        let home = try Home()
        try home.commitOften()
        try home.indexFirstArticle()
        let total = 6_000
        let path = try home.writeManyArticles(total)
        if isServed { _ = try Programs.tracuu(["daemon", "start"], in: home) }
        let client = try Client(["index", path], in: home)
        while try home.articles() == 1 && client.process.isRunning {}
        client.process.interrupt()
        let outcome = try client.finish()
        #expect(outcome.status == 130)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorLines.count == 1)
        let rest = try Programs.tracuu(["index", "--json", path], in: home).json()
        let kept = try #require(rest["unchanged"] as? Int)
        #expect(kept > 0 && kept < total)
        #expect(rest["added"] as? Int == total - kept)
        #expect(outcome.errors.contains("interrupted: \(kept) added, 0 updated, 0 unchanged, 0 removed so far"))
    }

    @Test("SIGINT ends a client that waits for standard input", arguments: [false, true])
    func waitingForInput(isServed: Bool) throws {
        let home = try Home()
        if isServed { _ = try Programs.tracuu(["daemon", "start"], in: home) }
        let pipe = Pipe()
        let client = try Client(["index", "-"], in: home, source: pipe.fileHandleForReading)
        // Long enough for it to read, usually; whatever it does when the signal comes, it has to end.
        usleep(300_000)
        client.process.interrupt()
        #expect(try client.finish().status == 130)
        try pipe.fileHandleForWriting.close()
    }

    @Test(
        "A signal keeps what came through a pipe before it, even if that fills no message, and the count is said",
        arguments: [false, true], [SIGINT, SIGTERM])
    func pipedBefore(isServed: Bool, signal: Int32) throws {
        let home = try Home()
        if isServed { _ = try Programs.tracuu(["daemon", "start"], in: home) }
        let pipe = Pipe()
        let client = try Client(["index", "-"], in: home, source: pipe.fileHandleForReading)
        let text = try String(contentsOfFile: home.writeManyArticles(20), encoding: .utf8)
        try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        var unread = Int32(1)
        while unread > 0 && client.process.isRunning {
            _ = ioctl(pipe.fileHandleForReading.fileDescriptor, UInt(FIONREAD), &unread)
            usleep(5_000)
        }
        if !isServed { try #require(PrivateChild(of: client.process)).waitUntilAsleep() }
        kill(client.process.processIdentifier, signal)
        let outcome = try client.finish()
        #expect(outcome.status == 128 + signal)
        #expect(outcome.errorLines.count == 1)
        #expect(outcome.errors.contains("20 added, 0 updated, 0 unchanged, 0 removed so far"))
        try pipe.fileHandleForWriting.close()
        #expect(try home.articles() == 20)
    }

    @Test("A reader that closes the pipe early ends the client without an error message")
    func closedPipe() throws {
        let home = try Home()
        _ = try home.write("daemon:\n  deadline: 10m\n", as: "tracuu.yaml")
        let path = try home.writeManyArticles(1_000)
        _ = try Programs.tracuu(["index", "--quiet", path], in: home)
        let line = "\"$tracuu\" search --quiet --limit 1000 --format vimgrep thành | head -1"
        let outcome = try Programs.shell(line, in: home)
        #expect(outcome.output.split(separator: "\n").count == 1)
        #expect(outcome.errors.isEmpty)
    }

    @Test(
        "A command that finds the index locked waits, names the process it waits for, and then runs",
        arguments: [
            ("rebuild", false), ("remove a", false), ("index a.jsonl", false), ("index -", false), ("rebuild", true),
            ("index a.jsonl", true), ("index -", true), ("remove a", true), ("compact", false), ("compact", true),
            ("backup copy", false),
            ("backup copy", true), ("suspend", false), ("suspend", true), ("restore old", false), ("restore old", true),
        ])
    func waiting(command: String, isServed: Bool) throws {
        let home = try Home()
        let article = #"{"id": "a", "body": "Một"}"#
        let path = try home.write(article, as: "a.jsonl")
        _ = try Programs.tracuu(["index", "--quiet", path], in: home)
        if command.hasPrefix("restore") { _ = try Programs.tracuu(["backup", home.path + "/old"], in: home) }
        if isServed { _ = try Programs.tracuu(["daemon", "start"], in: home) }
        let lock = open(home.index + "/writer.lock", O_RDWR)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let note = Array("a long job".utf8)
        ftruncate(lock, 0)
        #expect(pwrite(lock, note, note.count, 0) == note.count)
        let arguments = command.split(separator: " ").map(String.init)
        let client = try Client(arguments, in: home, input: article, folder: home.path)
        while client.errors.isEmpty && client.process.isRunning { usleep(5_000) }
        #expect(client.process.isRunning)
        flock(lock, LOCK_UN)
        let outcome = try client.finish()
        #expect(outcome.status == 0)
        #expect(outcome.errors == "tracuu: waiting for a long job\n")
    }
}
