import Foundation
import JSON
import SearchProtocol
import Testing
import UnixSockets

@Suite("The daemon's log")
struct LogTests {
    /// Words that are in no log unless a query is written into it.
    private static let secret = "quyzzqx"

    /// Sends the daemon requests that it can and cannot answer, always with the word.
    private func ask(_ home: Home) throws {
        let connection = try home.connect().value
        let word = LogTests.secret
        let searches: [(Method, String)] = [
            (.search, #"{"query":"\#(word)"}"#), (.search, #"{"query":"title:(\#(word)"}"#),
            (.search, #"{"query":"mot","\#(word)":1}"#), (.search, #"{"query":"mot","sort":"\#(word)"}"#),
            (.search, #"{"query":"\#(word)","limit":1000000}"#), (.suggest, #"{"query":"\#(word)"}"#),
            (.timeline, #"{"query":"\#(word)"}"#), (.explain, #"{"query":"\#(word)"}"#),
            (.similar, #"{"id":"\#(word)"}"#), (.article, #"{"id":"\#(word)"}"#),
            (.index, #"{"paths":["\#(word)"]}"#), (.remove, #"{"ids":["\#(word)"]}"#),
        ]
        for (method, params) in searches { _ = try? connection.call(method, JSONValue(parsing: Array(params.utf8))) }
        // Invalid JSON, an invalid request, and an unknown method.
        for text in ["{\"\(word)\n", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\(word)\"}\n", "[\"\(word)\"]\n"] {
            let descriptor = try #require(UnixSocket.open())
            #expect(UnixSocket.connect(descriptor, to: try SocketPath(home.socket)) == 0)
            #expect(send(descriptor, text, text.utf8.count, Int32(MSG_NOSIGNAL)) == text.utf8.count)
            var byte: UInt8 = 0
            #expect(recv(descriptor, &byte, 1, 0) == 1)
            close(descriptor)
        }
    }

    @Test(
        "At the default level no log line contains any part of a query, slow or not", arguments: [false, true])
    func noQueries(isJournal: Bool) throws {
        let home = try Home()
        _ = try home.write("log:\n  slow: 1ms\ndaemon:\n  deadline: 10m\n", as: "tracuu.yaml")
        let path = try home.writeManyArticles(300)
        _ = try Programs.tracuu(["index", "--quiet", "--no-daemon", path], in: home)
        let supervisor = try PlayedSupervisor(home)
        let daemon = try supervisor.start(isJournal: isJournal)
        #expect(supervisor.hears("READY=1"))
        try ask(home)
        // Typing begins with reading all syllables, which takes more than a millisecond.
        #expect(try Programs.tracuu(["search", "--limit", "200", "thành ủy quận đảng"], in: home).status == 0)
        let status = try Programs.tracuu(["status", "--json"], in: home)
        #expect(!status.output.contains(LogTests.secret))
        #expect(!status.output.contains("thành"))
        daemon.terminate()
        daemon.waitUntilExit()
        let logged = supervisor.logged
        #expect(!logged.contains { $0.contains(LogTests.secret) || $0.contains("thành") }, "\(logged)")
        #expect(logged.contains { $0.contains("slow request") && $0.contains("method=search") }, "\(logged)")
        #expect(logged.contains { $0.contains("answered with an error") && $0.contains("code=-32005") }, "\(logged)")
        let events = ["serving", "stopping", "ended"].map { event in
            logged.count { $0.contains(event + " ") || $0.hasSuffix(event) }
        }
        #expect(events == [1, 1, 1], "\(logged)")
        for line in logged {
            let isPriority = line.wholeMatch(of: /<[2-5]>[a-z].*/) != nil
            let plain = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (notice|warning|error|critical) [a-z].*/
            let isPlain = line.wholeMatch(of: plain) != nil
            #expect(isJournal ? isPriority : isPlain, "\(line)")
        }
    }
}
