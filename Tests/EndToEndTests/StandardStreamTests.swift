import Foundation
import JSON
import SearchProtocol
import Testing

@Suite("tracuud --stdio: one client over standard input and output")
struct StandardStreamTests {
    private func start(
        in home: Home, framing: Framing = .contentLength, _ options: [String] = []
    ) throws -> StdioTalk {
        try StdioTalk(["--stdio"] + options, framing: framing, in: home, program: "tracuud")
    }

    @Test(
        "The process sends a greeting, indexes with progress and searches, in either framing, and ends with its input",
        arguments: [Framing.contentLength, .lines])
    func conversation(framing: Framing) throws {
        let home = try Home()
        let path = try home.writeManyArticles(300)
        let talk = try start(in: home, framing: framing)
        let greeting = try talk.ask("initialize", #"{"clientName": "test"}"#)
        #expect(greeting["indexPath"]?.string == home.index)
        let indexed = try talk.ask("index", #"{"paths": ["\#(path)"], "progressToken": "p"}"#)
        #expect(indexed["added"]?.number == "300")
        #expect(talk.notifications.contains { $0.method == "$/progress" })
        let found = try talk.ask("search", #"{"query": "thành ủy", "limit": 3}"#)
        #expect(found["hits"]?.elements.count == 3)
        #expect(try talk.ask("status")["uptimeSeconds"] == nil, "it is nobody's daemon")
        try talk.endInput()
        #expect(try talk.next() == nil)
        #expect(talk.status() == 0)
        #expect(!FileManager.default.fileExists(atPath: home.socket), "no socket is claimed")
        #expect(try home.articles() == 300)
    }

    @Test("Requests that are running when the input ends are finished and answered")
    func inputEnds() throws {
        let home = try Home()
        let path = try home.writeManyArticles(500)
        let line = """
            printf '%s\\n' '{"jsonrpc":"2.0","id":1,"method":"index","params":{"paths":["\(path)"]}}' \
            '{"jsonrpc":"2.0","id":2,"method":"fields"}' > in; "${tracuu}d" --stdio < in > out; echo "status $?"; cat out
            """
        let outcome = try Programs.shell("cd \(home.path); " + line, in: home)
        #expect(outcome.output.contains("status 0"))
        #expect(outcome.output.contains(#""id":1,"result":{"added":500"#))
        #expect(outcome.output.contains(#""id":2,"result":{"fields""#))
        #expect(try home.articles() == 500)
    }

    @Test("A cancelled run is answered as cancelled, keeps what it had read and releases the write lock")
    func cancelled() throws {
        let home = try Home()
        try home.commitOften()
        try home.indexFirstArticle()
        let path = try home.writeManyArticles(6_000)
        let talk = try start(in: home)
        let id = talk.put("index", try JSONValue(parsing: Array(#"{"paths": ["\#(path)"]}"#.utf8)))
        while try home.articles() == 1 && talk.process.isRunning {}
        talk.tell("$/cancelRequest", CancelParams(id: id))
        let answer = try talk.answer(to: id)
        guard case .failure(let error) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(error.known == .cancelled)
        let kept = try home.articles()
        #expect(kept > 1 && kept < 6_001)
        // While it still serves, another process can write.
        #expect(try Programs.tracuu(["remove", "--no-daemon", "first"], in: home).errors.isEmpty)
        try talk.endInput()
        #expect(talk.status() == 0)
    }

    @Test("A client's disconnection cancels its run, what was read is kept, and the process ends")
    func abandoned() throws {
        let home = try Home()
        try home.commitOften()
        try home.indexFirstArticle()
        let path = try home.writeManyArticles(6_000)
        var talk: StdioTalk? = try start(in: home)
        let process = try #require(talk?.process)
        _ = talk?.put("index", try JSONValue(parsing: Array(#"{"paths": ["\#(path)"]}"#.utf8)))
        while try home.articles() == 1 && process.isRunning {}
        try talk?.abandon()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        talk = nil
        let rest = try Programs.tracuu(["index", "--json", path], in: home).json()
        let kept = try #require(rest["unchanged"] as? Int)
        #expect(kept > 0 && kept < 6_000)
    }

    @Test(
        "Input that is not a message gets one error, and the process ends",
        arguments: ["no JSON\n", "Content-Length: x\r\n\r\n", "\u{0}\u{1}\u{2}"])
    func garbage(text: String) throws {
        let talk = try start(in: try Home(), framing: .lines)
        talk.send(bytes: Array(text.utf8))
        guard case .response(.null, .failure(let error)) = try talk.next() else {
            Issue.record("no error")
            return
        }
        #expect([.parseError, .invalidRequest].contains(error.known))
        try talk.endInput()
        #expect(talk.status() == 0)
    }

    @Test("SIGTERM and SIGINT end the process in order", arguments: [SIGTERM, SIGINT])
    func signals(signal: Int32) throws {
        let talk = try start(in: try Home())
        _ = try talk.ask("initialize")
        kill(talk.process.processIdentifier, signal)
        #expect(try talk.next() == nil)
        #expect(talk.status() == 0)
    }

    @Test("Empty input ends the process, and --stdio and --on-demand exclude each other")
    func nothing() throws {
        let home = try Home()
        let outcome = try Client(["--stdio"], in: home, program: Programs.folder.path + "/tracuud").finish()
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
        let both = try Client(
            ["--stdio", "--on-demand"], in: home, program: Programs.folder.path + "/tracuud"
        ).finish()
        #expect(both.status == 2)
        #expect(both.errorLines.count == 1)
    }
}
