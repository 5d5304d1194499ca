import JSON
import SearchProtocol
import Testing

@testable import StdioServers

@Suite("The server of the Model Context Protocol")
struct ContextServerTests {
    private func conversation(_ daemon: PlayedDaemon, version: String = "2025-06-18") -> Conversation {
        let client = Conversation(daemon) { link, send in
            ContextServer(version: "1.2.3", link: link, send: send)
        }
        _ = client.ask(1, "initialize", #"{"protocolVersion":"\#(version)","capabilities":{}}"#)
        client.tell("notifications/initialized")
        return client
    }

    private func daemon(_ result: some JSONWritable) throws -> PlayedDaemon {
        let json = String(decoding: result.json, as: UTF8.self)
        return try PlayedDaemon { _, _, _ in .result(json) }
    }

    private func call(_ client: Conversation, _ name: String, _ arguments: String, id: Int = 9) -> JSONValue? {
        client.ask(id, "tools/call", #"{"name":"\#(name)","arguments":\#(arguments)}"#)?["result"]
    }

    private static let found = SearchResult(
        hits: [
            SearchHit(
                id: "a", title: "Tin\nmới", date: "2015-03-11", source: "Báo", author: "Mai", path: "/a.md",
                url: "https://a.example", line: 4, column: 0, score: 1, missing: ["x"],
                snippet: SearchSnippet(text: "một hai"))
        ], total: SearchTotal(value: 3, relation: .exact), revision: 7, tookMicroseconds: 1)

    @Test(
        "The requested version is used if it is known, else the newest",
        arguments: [
            ("2024-11-05", "2024-11-05"), ("2025-03-26", "2025-03-26"), ("2025-06-18", "2025-06-18"),
            ("2099-01-01", "2025-06-18"), ("", "2025-06-18"),
        ])
    func versions(wish: String, version: String) throws {
        let suggestions = SuggestResult(suggestions: [], revision: 1, tookMicroseconds: 1)
        let client = conversation(try daemon(suggestions), version: wish)
        let result = client.answer(to: 1)?["result"]
        #expect(result?["protocolVersion"]?.string == version)
        #expect(result?["capabilities"]?["tools"]?.kind == .object)
        let tools = client.ask(2, "tools/list")?["result"]?["tools"]?.elements ?? []
        #expect(tools.map { $0["name"]?.string } == ["search", "article", "timeline", "similar", "suggest"])
        for tool in tools {
            #expect((tool["annotations"]?["readOnlyHint"]?.boolean == true) == (version > "2025"))
            #expect((tool["title"] != nil) == (version >= "2025-06"))
        }
        let called = try #require(call(client, "suggest", #"{"query":"a"}"#))
        #expect((called["structuredContent"] != nil) == (version >= "2025-06"))
        #expect(called["content"]?.elements.first?["text"]?.string == "No suggestions.")
    }

    @Test("A schema has the daemon's parameters and types, without those that an assistant does not need")
    func schema() throws {
        let client = conversation(try daemon(JSONValue.emptyObject))
        let tools = client.ask(2, "tools/list")?["result"]?["tools"]?.elements ?? []
        for (tool, listed) in zip(Tool.all, tools) {
            let schema = try #require(listed["inputSchema"])
            let names = schema["properties"]?.members.compactMap(\.key.string) ?? []
            #expect(names == tool.parameters.map(\.name))
            let own: Set = tool.method == .article ? ["offset"] : []
            #expect(Set(names).subtracting(own).isSubset(of: tool.method.parameters.map(\.name)))
            #expect(schema["additionalProperties"]?.boolean == false)
            #expect(
                schema["required"]?.elements.compactMap(\.string) == [
                    tool.method == .article || tool.method == .similar ? "id" : "query"
                ])
        }
        let properties = try #require(tools.first?["inputSchema"]?["properties"])
        #expect(properties["sort"]?["enum"]?.text == #"["relevance","newest","oldest"]"#)
        #expect(properties["facets"]?["items"]?["enum"]?.text == #"["year","month","source","author"]"#)
        #expect(properties["limit"]?["maximum"]?.number == "50")
        #expect(properties["asYouType"] == nil)
    }

    @Test("A hit is cited by title, source, date and path, and the result is the daemon's")
    func search() throws {
        let daemon = try daemon(ContextServerTests.found)
        let client = conversation(daemon)
        let result = call(client, "search", #"{"query":"hai","limit":1,"offset":1}"#)
        #expect(daemon.messages.last?.params == #"{"query":"hai","limit":1,"offset":1,"snippets":true}"#)
        #expect(result?["isError"]?.boolean == false)
        #expect(result?["structuredContent"] == JSONValue(of: ContextServerTests.found))
        #expect(
            result?["content"]?.elements.first?["text"]?.string == """
                3 articles:

                2. Tin mới
                   source: Báo
                   date: 2015-03-11
                   author: Mai
                   path: /a.md:5
                   url: https://a.example
                   id: a
                   lacks: x
                   text: một hai

                For more: offset 2, revision 7.
                """)
    }

    @Test(
        "A page behind the last hit has the total, and only a search without any says so",
        arguments: [
            (3, 5, "3 articles, no more after the first 5."), (3, 0, "3 articles."), (0, 0, "No articles."),
            (0, 5, "No articles."),
        ])
    func emptyPage(total: Int, offset: Int, text: String) throws {
        let empty = SearchResult(
            hits: [], total: SearchTotal(value: total, relation: .exact), revision: 7, tookMicroseconds: 1)
        let result = call(conversation(try daemon(empty)), "search", #"{"query":"hai","offset":\#(offset)}"#)
        #expect(result?["content"]?.elements.first?["text"]?.string == text)
    }

    @Test("A long body is returned in parts, each with the start of the next")
    func articleParts() throws {
        let body = String(repeating: "đ", count: ArticlePart.limit) + "hết"
        let daemon = try daemon(ArticleResult(id: "a", title: "Tin", body: body))
        let client = conversation(daemon)
        let first = call(client, "article", #"{"id":"a"}"#)
        #expect(first?["structuredContent"]?["body"]?.string?.count == ArticlePart.limit)
        let text = try #require(first?["content"]?.elements.first?["text"]?.string)
        #expect(text.contains("Characters 0 to 20000 of 20003; for more: offset 20000."))
        let second = call(client, "article", #"{"id":"a","offset":20000}"#, id: 10)
        #expect(daemon.messages.last?.params == #"{"id":"a"}"#)
        #expect(second?["structuredContent"]?["body"]?.string == "hết")
        #expect(
            second?["content"]?.elements.first?["text"]?.string?.hasSuffix("20000 to 20003 of 20003.\n\nhết") == true)
    }

    @Test(
        "An assistant's mistake is reported in a result, so that it can correct it",
        arguments: [
            ("search", #"{"query":"a","lim":1}"#, "lim: search has no such argument; it takes query, limit"),
            ("search", #"{"query":"a","limit":51}"#, "limit: 50 at most"),
            ("search", #"[1]"#, "arguments: expected an object"),
            ("article", #"{"id":"a","offset":"b"}"#, "offset: expected an integer, found a string"),
            ("suggest", #"{"query":"a"}"#, "tracuu: busy"),
        ])
    func mistakes(name: String, arguments: String, message: String) throws {
        let daemon = try PlayedDaemon { _, _, _ in .error(ProtocolError(.busy, "busy")) }
        let result = call(conversation(daemon), name, arguments)
        #expect(result?["isError"]?.boolean == true)
        #expect(result?["content"]?.elements.first?["text"]?.string?.contains(message) == true)
    }

    @Test("Too many periods are refused with advice")
    func periods() throws {
        let timeline = TimelineResult(
            by: .day, buckets: (0..<401).map { FacetCount(value: "\($0)", count: 1) }, undated: 0,
            total: SearchTotal(value: 401, relation: .exact), revision: 1, tookMicroseconds: 1)
        let result = call(conversation(try daemon(timeline)), "timeline", #"{"query":"a","by":"day"}"#)
        #expect(result?["isError"]?.boolean == true)
        #expect(result?["content"]?.elements.first?["text"]?.string?.contains("count by longer ones") == true)
    }

    @Test(
        "Protocol errors: a call before initialize, an unknown tool, an unknown method; a ping is answered at any time")
    func protocolErrors() throws {
        let daemon = try daemon(JSONValue.emptyObject)
        let early = Conversation(daemon) { ContextServer(version: "1", link: $0, send: $1) }
        #expect(early.ask(1, "ping")?["result"]?.text == "{}")
        #expect(early.ask(2, "tools/list")?["error"]?["code"]?.number == "-32600")
        let client = conversation(daemon)
        #expect(client.ask(3, "tools/call", #"{"name":"index"}"#)?["error"]?["code"]?.number == "-32602")
        #expect(client.ask(4, "resources/list")?["error"]?["code"]?.number == "-32601")
        client.send("{")
        #expect(client.received.last?["error"]?["code"]?.number == "-32700")
    }

    @Test("A cancelled call is cancelled at the daemon and never answered")
    func cancellation() throws {
        let daemon = try PlayedDaemon { _, method, _ in .silence }
        let client = conversation(daemon)
        client.send(
            #"{"jsonrpc":"2.0","id":"x","method":"tools/call","params":{"name":"suggest","arguments":{"query":"a"}}}"#)
        client.link.settle { daemon.messages.count == 1 }
        let count = client.received.count
        client.tell("notifications/cancelled", #"{"requestId":"x","reason":"enough"}"#)
        client.link.settle { daemon.messages.count == 2 }
        #expect(daemon.messages.last?.method == "$/cancelRequest")
        client.tell("notifications/cancelled", #"{"requestId":"unknown"}"#)
        #expect(client.received.count == count)
    }

    @Test("The answers of a batch are sent in one message, without cancelled ones")
    func batch() throws {
        let client = conversation(try daemon(JSONValue.emptyObject), version: "2025-03-26")
        client.send(#"[{"jsonrpc":"2.0","id":5,"method":"ping"},{"jsonrpc":"2.0","id":6,"method":"tools/list"}]"#)
        #expect(client.received.last?.elements.map { $0["id"]?.number } == ["5", "6"])
        client.send(#"[{"jsonrpc":"2.0","method":"notifications/initialized"}]"#)
        #expect(client.received.count == 2)
    }
}
