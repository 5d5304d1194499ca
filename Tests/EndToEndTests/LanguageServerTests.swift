import Foundation
import JSON
import SearchProtocol
import Testing

@Suite("tracuu lsp")
struct LanguageServerTests {
    private let home: Home

    init() throws { home = try Home() }

    private func editor(encoding: String = "utf-16", indexes: Bool = true) throws -> StdioTalk {
        if indexes { _ = try Programs.tracuu(["index", "--quiet", sampleArchive], in: home) }
        let talk = try StdioTalk(["lsp"], framing: .contentLength, in: home)
        _ = try talk.ask("initialize", #"{"capabilities":{"general":{"positionEncodings":["\#(encoding)"]}}}"#)
        talk.tell("initialized")
        return talk
    }

    private func symbols(_ talk: StdioTalk, _ query: String) throws -> [JSONValue] {
        try talk.ask("workspace/symbol", #"{"query":"\#(query)"}"#).elements
    }

    /// The text of a file from a position on, in an encoding.
    private func text(at location: JSONValue, _ encoding: PositionEncoding) throws -> String {
        let url = try #require(location["uri"]?.string.flatMap { URL(string: $0) })
        let start = try #require(location["range"]?["start"])
        let line = try Int(json: try #require(start["line"]))
        let character = try Int(json: try #require(start["character"]))
        let lines = try String(contentsOf: url, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        var bytes = 0
        let text = String(lines[line])
        while encoding.offset(ofByte: bytes, in: text) < character, bytes < text.utf8.count { bytes += 1 }
        return String(decoding: Array(text.utf8.dropFirst(bytes)), as: UTF8.self)
    }

    @Test("A search gives the places of matches in files, in the agreed encoding", arguments: PositionEncoding.allCases)
    func places(encoding: PositionEncoding) throws {
        let talk = try editor(encoding: encoding.rawValue)
        let found = try symbols(talk, #"\"Hà Nội\" "#)
        #expect(found.count > 3)
        var cached = 0
        for symbol in found {
            let location = try #require(symbol["location"])
            let path = try #require(location["uri"]?.string.flatMap { URL(string: $0)?.path })
            let begins = try text(at: location, encoding).precomposedStringWithCanonicalMapping.lowercased()
            let isMatch = begins.hasPrefix("hà nội") || begins.hasPrefix("hà")
            #expect(isMatch, "\(symbol["name"]?.string ?? ""): \(begins)")
            if path.hasPrefix(home.path + "/cache/tracuu/") {
                cached += 1
                let attributes = try FileManager.default.attributesOfItem(atPath: path)
                #expect(attributes[.posixPermissions] as? Int == 0o400)
            }
        }
        #expect(cached > 0)
        #expect(cached < found.count)
    }

    @Test("Hovering shows an article's fields, in its own file and in the file it was indexed from")
    func hover() throws {
        let talk = try editor()
        for symbol in try symbols(talk, "hà nội") {
            let uri = try #require(symbol["location"]?["uri"]?.string)
            let hover = try talk.ask(
                "textDocument/hover",
                #"{"textDocument":{"uri":"\#(uri)"},"position":{"line":0,"character":0}}"#)
            let card = try #require(hover["contents"]?["value"]?.string, "\(uri)")
            #expect(card.contains("- id: "))
        }
        let other = try talk.ask(
            "textDocument/hover", #"{"textDocument":{"uri":"file:///etc/hosts"},"position":{"line":0,"character":0}}"#)
        #expect(other.kind == .null)
    }

    @Test("A command returns the daemon's answer")
    func commands() throws {
        let talk = try editor()
        let found = try talk.ask(
            "workspace/executeCommand", #"{"command":"tracuu.search","arguments":[{"query":"hà nội","limit":2}]}"#)
        #expect(found["hits"]?.elements.count == 2)
        let id = try #require(found["hits"]?.elements.first?["id"]?.string)
        let cited = try talk.ask(
            "workspace/executeCommand", #"{"command":"tracuu.cite","arguments":[{"id":"\#(id)"}]}"#)
        #expect(cited["text"]?.string?.isEmpty == false)
    }

    @Test("The next search restarts a daemon that was killed")
    func killedDaemon() throws {
        let talk = try editor()
        let before = try symbols(talk, "hà nội")
        try home.killDaemon()
        #expect(try symbols(talk, "hà nội") == before)
    }

    @Test("Every request is answered once, also if it is cancelled at once or superseded")
    func cancellation() throws {
        let talk = try editor()
        let params = { (query: String) in JSONEntries([("query", query)]) }
        let ids = ["h", "hà", "hà n", "hà nội"].map { talk.put("workspace/symbol", params($0)) }
        talk.tell("$/cancelRequest", CancelParams(id: ids[3]))
        var answers: [RequestID: Int] = [:]
        while answers.count < ids.count, let message = try talk.next() {
            guard case .response(let id, let result) = message else { continue }
            answers[id, default: 0] += 1
            if case .failure(let error) = result { #expect(error.known == .cancelled) }
        }
        #expect(try symbols(talk, "hà nội").count > 3)
        #expect(answers.values.allSatisfy { $0 == 1 })
    }

    @Test("Without an index a search fails with advice, and the server goes on")
    func noIndex() throws {
        let talk = try editor(indexes: false)
        let error = #expect(throws: ProtocolError.self) { try symbols(talk, "hà nội") }
        #expect(error?.code == -32_803)
        #expect(error?.message.hasPrefix("tracuu: ") == true)
        #expect(error?.message.contains("tracuu index") == true)
        #expect(try talk.ask("shutdown").kind == .null)
    }

    @Test("The server ends with the right status, whatever ends it")
    func endings() throws {
        let orderly = try editor(indexes: false)
        _ = try orderly.ask("shutdown")
        orderly.tell("exit")
        #expect(orderly.status() == 0)
        let hasty = try editor(indexes: false)
        hasty.tell("exit")
        #expect(hasty.status() == 1)
        let closed = try editor(indexes: false)
        try closed.endInput()
        #expect(closed.status() == 0)
        let terminated = try editor(indexes: false)
        terminated.process.terminate()
        #expect(terminated.status() == 0)
        let confused = try StdioTalk(["lsp"], framing: .contentLength, in: home)
        confused.send(bytes: Array("GET / HTTP/1.1\r\n\r\n".utf8))
        guard case .response(.null, .failure(let error))? = try confused.next() else {
            Issue.record("no answer")
            return
        }
        #expect(error.known == .parseError)
        #expect(confused.status() == 0)
    }

    @Test("The server requires the daemon, and reports that in one line")
    func noDaemon() throws {
        for command in ["lsp", "mcp"] {
            let outcome = try Programs.tracuu([command, "--no-daemon"], in: home)
            #expect(outcome.status == 2)
            #expect(
                outcome.errorLines == [
                    "tracuu: tracuu \(command) asks the daemon for everything; leave out --no-daemon"
                ])
        }
    }
}
