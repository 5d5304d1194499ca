import JSON
import SearchClient
import SearchProtocol
import Testing

@testable import StdioServers

@Suite("The link to the daemon")
struct DaemonLinkTests {
    private func texts(_ answers: [DaemonLink.Answer]) -> [String] {
        answers.map { answer in
            switch answer {
            case .success(let json): String(decoding: json.bytes, as: UTF8.self)
            case .failure(let failure): failure.line
            }
        }
    }

    @Test("The link connects at the first question, and each question has its own answer")
    func answers() throws {
        let daemon = try PlayedDaemon { _, method, params in
            method == "status"
                ? .error(ProtocolError(.busy, "busy")) : .result(String(decoding: params.bytes, as: UTF8.self))
        }
        let link = daemon.link()
        link.advance()
        #expect(link.interest == nil)
        var answers: [DaemonLink.Answer] = []
        for method in [Method.search, .status, .suggest] {
            link.ask(method, JSONEntries([("query", "đ\(method.name)")])) { answers.append($0) }
        }
        link.settle()
        #expect(texts(answers) == [#"{"query":"đsearch"}"#, "busy", #"{"query":"đsuggest"}"#])
        #expect(link.interest != nil)
    }

    @Test("Open questions are sent once more in order after a broken connection, and not a third time")
    func renewal() throws {
        let daemon = try PlayedDaemon { connection, method, _ in
            if connection == 1 { return method == "search" ? .silence : .hangUp }
            return method == "search" ? .result("1") : .hangUp
        }
        let link = daemon.link()
        var answers: [DaemonLink.Answer] = []
        link.ask(.search, JSONValue.emptyObject) { answers.append($0) }
        link.ask(.suggest, JSONValue.emptyObject) { answers.append($0) }
        link.settle()
        #expect(daemon.messages.map(\.method) == ["search", "suggest", "search", "suggest"])
        #expect(daemon.messages.map(\.connection) == [1, 1, 2, 2])
        let lines = texts(answers)
        #expect(lines.first == "1")
        #expect(lines.last?.contains("closed the connection") == true)
        // A later question gets a connection of its own.
        link.ask(.search, JSONValue.emptyObject) { answers.append($0) }
        link.settle()
        #expect(texts(answers).last == "1")
    }

    @Test("If no daemon can be reached, every question gets the reason")
    func unreachable() {
        let link = DaemonLink(hello: InitializeParams()) { _ in throw ClientError.daemonNotRunning(path: "/s") }
        var answers: [DaemonLink.Answer] = []
        for _ in 0..<2 { link.ask(.search, JSONValue.emptyObject) { answers.append($0) } }
        link.settle()
        let line = ClientError.daemonNotRunning(path: "/s").description
        #expect(texts(answers) == [line, line])
    }

    @Test("The daemon gets a limited number of questions at a time, and the others later")
    func window() throws {
        let daemon = try PlayedDaemon { _, _, _ in .result("0") }
        let link = daemon.link()
        var count = 0
        for _ in 0..<100 { link.ask(.article, JSONValue.emptyObject) { _ in count += 1 } }
        link.advance()
        #expect(link.hasUnasked == false)
        link.settle()
        #expect(count == 100)
    }

    @Test("A cancellation goes to the daemon if it has the question, and is answered by the link if not")
    func cancellation() throws {
        let daemon = try PlayedDaemon { _, _, _ in .silence }
        let link = daemon.link()
        var answers: [DaemonLink.Answer] = []
        let tickets = (0..<40).map { _ in link.ask(.search, JSONValue.emptyObject) { answers.append($0) } }
        link.settle { daemon.messages.count == 32 }
        link.cancel(tickets[39])
        #expect(texts(answers) == ["the request was cancelled"])
        link.cancel(tickets[0])
        link.settle { daemon.messages.count == 33 }
        #expect(daemon.messages.last?.method == "$/cancelRequest")
        #expect(answers.count == 1)
    }
}
