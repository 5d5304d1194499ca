import Foundation
import SearchProtocol
import TemporaryFolders
import Testing

@testable import StdioServers

@Suite("The language server")
struct LanguageServerTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func conversation(_ daemon: PlayedDaemon? = nil) -> Conversation {
        Conversation(daemon) { link, send in
            LanguageServer(version: "1.2.3", link: link, files: ArticleFiles(folder: folder.path + "/c"), send: send)
        }
    }

    @Test(
        "The encoding is the editor's first known choice, or UTF-16 by default",
        arguments: [
            ("{}", "utf-16"), (#"{"general":{"positionEncodings":["utf-8","utf-16"]}}"#, "utf-8"),
            (#"{"general":{"positionEncodings":["utf-7","utf-32"]}}"#, "utf-32"),
            (#"{"general":{"positionEncodings":[]}}"#, "utf-16"),
        ])
    func encoding(capabilities: String, encoding: String) throws {
        let editor = conversation()
        let result = editor.ask(1, "initialize", #"{"processId":null,"capabilities":\#(capabilities)}"#)?["result"]
        #expect(result?["capabilities"]?["positionEncoding"]?.string == encoding)
        #expect(result?["capabilities"]?["workspaceSymbolProvider"]?.boolean == true)
        #expect(result?["serverInfo"]?["version"]?.string == "1.2.3")
        #expect(editor.link.hello.positionEncoding?.rawValue == encoding)
    }

    @Test("Requests out of order are refused, and the status depends on shutdown before exit")
    func lifecycle() {
        let editor = conversation()
        #expect(editor.ask(1, "workspace/symbol", #"{"query":"a"}"#)?["error"]?["code"]?.number == "-32002")
        _ = editor.ask(2, "initialize")
        #expect(editor.ask(3, "initialize")?["error"]?["code"]?.number == "-32600")
        #expect(editor.ask(4, "shutdown")?["result"]?.kind == .null)
        #expect(editor.ask(5, "workspace/symbol", #"{"query":"a"}"#)?["error"]?["code"]?.number == "-32600")
        #expect(editor.exitStatus == nil)
        editor.tell("exit")
        #expect(editor.exitStatus == 0)
        let hasty = conversation()
        hasty.tell("exit")
        #expect(hasty.exitStatus == 1)
    }

    @Test("Unknown notifications are ignored, and unknown requests are refused")
    func unknown() {
        let editor = conversation()
        _ = editor.ask(1, "initialize")
        let count = editor.received.count
        for method in ["$/setTrace", "textDocument/didOpen", "initialized", "workspace/didChangeConfiguration"] {
            editor.tell(method)
        }
        editor.send(#"{"jsonrpc":"2.0","id":7,"result":null}"#)
        #expect(editor.received.count == count)
        #expect(editor.ask(2, "textDocument/definition")?["error"]?["code"]?.number == "-32601")
        #expect(editor.ask(3, "workspace/symbol")?["error"]?["message"]?.string == "query: missing")
    }

    @Test("An invalid query gives an empty list, and the log gives the reason once")
    func badQuery() throws {
        let data = BadQueryData(column: 0, length: 1, expected: "a word")
        let daemon = try PlayedDaemon { _, _, _ in .error(.badQuery("column 1: bad", at: data)) }
        let editor = conversation(daemon)
        _ = editor.ask(1, "initialize")
        for id in 2...3 { #expect(editor.ask(id, "workspace/symbol", #"{"query":"("}"#)?["result"]?.text == "[]") }
        let log = editor.notifications("window/logMessage")
        #expect(log.map { $0["message"]?.string } == ["tracuu: column 1: bad"])
    }

    @Test("Other errors fail the request with the daemon's own error; a cancelled request stays cancelled")
    func errors() throws {
        let daemon = try PlayedDaemon { _, method, _ in
            .error(method == "status" ? ProtocolError(.cancelled, "cancelled") : ProtocolError(.busy, "busy"))
        }
        let editor = conversation(daemon)
        _ = editor.ask(1, "initialize")
        let failed = editor.ask(2, "workspace/symbol", #"{"query":"a"}"#)?["error"]
        #expect(failed?["code"]?.number == "-32803")
        #expect(failed?["message"]?.string == "tracuu: busy")
        #expect(failed?["data"]?["code"]?.number == "-32004")
        let cancelled = editor.ask(3, "workspace/executeCommand", #"{"command":"tracuu.status"}"#)?["error"]
        #expect(cancelled?["code"]?.number == "-32800")
        let unreachable = conversation()
        _ = unreachable.ask(1, "initialize")
        let error = unreachable.ask(2, "workspace/symbol", #"{"query":"a"}"#)?["error"]
        #expect(error?["message"]?.string == "tracuu: no daemon")
    }

    @Test("A command has the protocol's own parameters and result")
    func commands() throws {
        let daemon = try PlayedDaemon { _, method, params in
            .result(#"{"m":"\#(method)","p":\#(String(decoding: params.bytes, as: UTF8.self))}"#)
        }
        let editor = conversation(daemon)
        let greeting = editor.ask(1, "initialize")?["result"]?["capabilities"]?["executeCommandProvider"]
        let names = ["search", "similar", "timeline", "cite", "suggest", "article", "status"]
        #expect(greeting?["commands"]?.elements.map(\.string) == names.map { "tracuu.\($0)" })
        for (place, name) in names.enumerated() {
            let params = #"{"command":"tracuu.\#(name)","arguments":[{"id":"đ"}]}"#
            let result = editor.ask(place + 2, "workspace/executeCommand", params)?["result"]
            #expect(result?.text == #"{"m":"\#(name)","p":{"id":"đ"}}"#)
        }
        for params in [#"{"command":"tracuu.index"}"#, #"{"command":"tracuu.search","arguments":["a"]}"#, "{}"] {
            #expect(editor.ask(99, "workspace/executeCommand", params)?["error"]?["code"]?.number == "-32602")
        }
    }

    @Test("A cancellation reaches the daemon, and its answer the editor")
    func cancellation() throws {
        let daemon = try PlayedDaemon { _, _, _ in .silence }
        let editor = conversation(daemon)
        _ = editor.ask(1, "initialize")
        editor.send(#"{"jsonrpc":"2.0","id":"x","method":"workspace/symbol","params":{"query":"a"}}"#)
        editor.link.settle { daemon.messages.count == 1 }
        editor.tell("$/cancelRequest", #"{"id":"x"}"#)
        editor.link.settle { daemon.messages.count == 2 }
        #expect(daemon.messages.map(\.method) == ["search", "$/cancelRequest"])
    }

    @Test(
        "An article without a text file gets one; if that fails, its record is shown with the reason"
    )
    func articles() throws {
        let hit = SearchHit(
            id: "a", title: "Tin", date: "2015-03-11T08:30:00", source: "Báo", path: "/x.jsonl", line: 7, column: 0,
            layout: .record,
            score: 1)
        let result = SearchResult(
            hits: [hit], total: SearchTotal(value: 1, relation: .exact), revision: 1, tookMicroseconds: 1)
        let article = ArticleResult(
            id: "a", title: "Tin", body: "một hai", bodyHighlights: [Span(start: 4, end: 7)])
        let (found, whole) = (
            String(decoding: result.json, as: UTF8.self), String(decoding: article.json, as: UTF8.self)
        )
        let daemon = try PlayedDaemon { _, method, _ in .result(method == "search" ? found : whole) }
        let editor = conversation(daemon)
        _ = editor.ask(1, "initialize")
        let symbols = editor.ask(2, "workspace/symbol", #"{"query":"hai"}"#)?["result"]
        let range = #"{"start":{"line":2,"character":4},"end":{"line":2,"character":7}}"#
        let uri = FileURI.uri(of: folder.path + "/c/a.txt")
        #expect(
            symbols?.text
                == #"[{"name":"Tin","kind":1,"containerName":"Báo, 2015-03-11","location":{"uri":"\#(uri)","range":\#(range)}}]"#
        )

        let blocked = try TemporaryFolder()
        try "".write(toFile: blocked.path + "/f", atomically: true, encoding: .utf8)
        let other = Conversation(daemon) { link, send in
            LanguageServer(version: "1", link: link, files: ArticleFiles(folder: blocked.path + "/f/c"), send: send)
        }
        _ = other.ask(1, "initialize")
        let location = other.ask(2, "workspace/symbol", #"{"query":"hai"}"#)?["result"]?.elements.first?["location"]
        #expect(location?["uri"]?.string == "file:///x.jsonl")
        #expect(location?["range"]?["start"]?["line"]?.number == "7")
        #expect(other.notifications("window/showMessage").count == 1)
    }
}
