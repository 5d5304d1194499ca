import Foundation
import JSON
import Testing

@Suite("tracuu mcp")
struct ContextServerTests {
    private let home: Home

    init() throws { home = try Home() }

    private func assistant() throws -> StdioTalk {
        _ = try Programs.tracuu(["index", "--quiet", sampleArchive], in: home)
        let talk = try StdioTalk(["mcp"], framing: .lines, in: home)
        let result = try talk.ask("initialize", #"{"protocolVersion":"2025-06-18","capabilities":{}}"#)
        #expect(result["protocolVersion"]?.string == "2025-06-18")
        talk.tell("notifications/initialized")
        return talk
    }

    private func call(_ talk: StdioTalk, _ name: String, _ arguments: String) throws -> (JSONValue, text: String) {
        let result = try talk.ask("tools/call", #"{"name":"\#(name)","arguments":\#(arguments)}"#)
        return (result, try #require(result["content"]?.elements.first?["text"]?.string))
    }

    @Test("Each tool reads the archive, and hits have citations")
    func tools() throws {
        let talk = try assistant()
        #expect(try talk.ask("tools/list")["tools"]?.elements.count == 5)
        let (found, text) = try call(talk, "search", #"{"query":"thanh uy ha noi","limit":3,"facets":["year"]}"#)
        let hit = try #require(found["structuredContent"]?["hits"]?.elements.first)
        let id = try #require(hit["id"]?.string)
        for key in ["title", "path", "id"] {
            let value = try #require(hit[key]?.string)
            #expect(text.contains(value), "\(key)")
        }
        #expect(text.contains("\nBy year: "))
        let (article, whole) = try call(talk, "article", #"{"id":"\#(id)"}"#)
        #expect(article["structuredContent"]?["title"] == hit["title"])
        #expect(whole.contains(try #require(article["structuredContent"]?["body"]?.string)))
        let similar = try call(talk, "similar", #"{"id":"\#(id)","limit":2}"#)
        #expect(similar.0["isError"]?.boolean == false)
        let timeline = try call(talk, "timeline", #"{"query":"hà nội","by":"year"}"#).text
        #expect(timeline.contains("by year:\n20"))
        #expect(try call(talk, "suggest", #"{"query":"thanh uy ha n"}"#).text.contains("thành ủy hà nội ("))
    }

    @Test("A failure is reported in a result, and the next call succeeds, also after the daemon was killed")
    func failures() throws {
        let talk = try assistant()
        let (bad, text) = try call(talk, "search", #"{"query":"title:\"chưa đóng"}"#)
        #expect(bad["isError"]?.boolean == true)
        #expect(text.hasPrefix("tracuu: column "))
        #expect(!text.contains("\n"))
        let unknown = try call(talk, "article", #"{"id":"none such"}"#)
        #expect(unknown.0["isError"]?.boolean == true)
        try home.killDaemon()
        #expect(try call(talk, "search", #"{"query":"hà nội"}"#).0["isError"]?.boolean == false)
    }

    @Test("Requests sent before the end of the input are answered before the server ends")
    func endOfInput() throws {
        _ = try Programs.tracuu(["index", "--quiet", sampleArchive], in: home)
        let lines = [
            #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2024-11-05"}}"#,
            #"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search","arguments":{"query":"hà nội"}}}"#,
        ]
        let outcome = try Programs.tracuu(["mcp"], in: home, input: lines.joined(separator: "\n") + "\n")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        let answers = outcome.output.split(separator: "\n")
        #expect(answers.count == 2)
        #expect(answers.last?.contains(#""isError":false"#) == true)
    }
}
