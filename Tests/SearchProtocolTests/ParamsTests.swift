import JSON
import SearchProtocol
import Testing

@Suite("Parameters and results")
struct ParamsTests {
    private func read<T: JSONReadable>(_ type: T.Type, _ text: String) throws -> T {
        try T(json: try JSONValue(parsing: Array(text.utf8)))
    }

    private func text(_ value: some JSONWritable) -> String { String(decoding: value.json, as: UTF8.self) }

    @Test(
        "The error for invalid parameters names the place and the reason",
        arguments: [
            (#"{}"#, "query: missing"),
            (#"{"query":1}"#, "query: expected a string, found a number"),
            (#"{"query":null}"#, "query: expected a string, found null"),
            (#"{"query":"a","limit":"10"}"#, "limit: expected an integer, found a string"),
            (#"{"query":"a","limit":1.5}"#, "limit: expected an integer, found 1.5"),
            (#"{"query":"a","limit":99999999999999999999}"#, "limit: expected an integer, found 99999999999999999999"),
            (#"{"query":"a","sort":"best"}"#, "sort: expected one of relevance, newest, oldest"),
            (#"{"query":"a","facets":["year","day"]}"#, "facets[1]: expected one of year, month, source, author"),
            (#"{"query":"a","facets":"year"}"#, "facets: expected an array, found a string"),
            (#"{"query":"a","snippets":1}"#, "snippets: expected true or false, found a number"),
            (#"{"query":"a","lim":1}"#, "lim: unknown key"),
            (#"{"query":"a","li\r\u2028m":1}"#, "li\u{FFFD}\u{FFFD}m: unknown key"),
            (#"{"query":"a","query":"b"}"#, "query: given twice"),
            (#"{"query":"\ud800"}"#, "query: a lone surrogate in the string"),
            (#"["a"]"#, "expected an object, found an array"),
        ])
    func mismatches(json: String, message: String) {
        let error = #expect(throws: JSONMismatch.self) { try read(SearchParams.self, json) }
        #expect(error?.description == message)
    }

    @Test("An object with a hundred thousand keys is refused at once")
    func manyKeys() {
        let object = "{" + (0..<100_000).map { "\"\($0)\":0" }.joined(separator: ",") + "}"
        let error = #expect(throws: JSONMismatch.self) { try read(SearchParams.self, object) }
        #expect(error?.description == "expected at most 64 keys, found 100000")
    }

    @Test("A search survives being written and read, and nil fields are omitted")
    func searchParams() throws {
        let params = SearchParams(query: "hà nội", limit: 5, sort: .newest, match: .any, facets: [.year, .source])
        #expect(
            text(params)
                == #"{"query":"hà nội","limit":5,"sort":"newest","match":"any","facets":["year","source"]}"#)
        #expect(try read(SearchParams.self, text(params)) == params)
    }

    @Test("A result has the documented shape")
    func searchResult() throws {
        let hit = SearchHit(
            id: "1", title: "Tin", line: 3, score: 1.5, missing: ["x"], titleHighlights: [Span(start: 0, end: 3)],
            snippet: SearchSnippet(text: "a b", highlights: [Span(start: 2, end: 3)]))
        let result = SearchResult(
            hits: [hit], total: SearchTotal(value: 1, relation: .atLeast),
            facets: JSONEntries([("year", [FacetCount(value: "2015", count: 1)])]), revision: 7, tookMicroseconds: 80)
        let expected =
            #"{"hits":[{"id":"1","title":"Tin","line":3,"score":1.5,"missing":["x"],"titleHighlights":[[0,3]],"#
            + #""snippet":{"text":"a b","highlights":[[2,3]]}}],"total":{"value":1,"relation":"atLeast"},"#
            + #""facets":{"year":[{"value":"2015","count":1}]},"revision":7,"tookMicroseconds":80}"#
        #expect(text(result) == expected)
        #expect(text(try read(SearchResult.self, expected)) == expected)
    }

    @Test("An article's unknown keys are written as they were read")
    func article() throws {
        let extra = try JSONValue(parsing: Array(#"{"n":1.0,"z":[]}"#.utf8))
        let article = ArticleResult(
            id: "1", title: "", body: "b", extra: JSONEntries([("k", extra)]),
            provenance: JSONEntries([("date", "date-after-title")]))
        let expected =
            #"{"id":"1","title":"","body":"b","tags":[],"extra":{"k":{"n":1.0,"z":[]}},"#
            + #""provenance":{"date":"date-after-title"}}"#
        #expect(text(article) == expected)
        #expect(text(try read(ArticleResult.self, expected)) == expected)
    }

    @Test(
        "Indexing accepts articles or paths, not both",
        arguments: [
            (#"{"paths":["/a"],"articles":[]}"#, "expected one of articles and paths"),
            (#"{}"#, "expected one of articles and paths"),
            (#"{"articles":[{},1]}"#, "articles[1]: expected an object, found a number"),
        ])
    func index(json: String, message: String) {
        let error = #expect(throws: JSONMismatch.self) { try read(IndexParams.self, json) }
        #expect(error?.description == message)
    }

    @Test("The other shapes survive being written and read")
    func otherShapes() throws {
        let index = IndexParams(articles: nil, paths: ["/a"], progressToken: .string("p"))
        #expect(try read(IndexParams.self, text(index)) == index)
        let failure = IndexFailure(path: "/a", line: 2, reason: "bad")
        var indexed = IndexResult(added: 1, updated: 2, unchanged: 3, removed: 4, failed: [failure], seconds: 0.25)
        #expect(try read(IndexResult.self, text(indexed)) == indexed)
        indexed.unreadDates = UnreadDates([UnreadDate(path: "/a", line: 2, value: "30/02/2015")])
        #expect(
            text(indexed).contains(#""unreadDates":{"count":1,"first":[{"path":"/a","line":2,"value":"30/02/2015"}]}"#))
        #expect(try read(IndexResult.self, text(indexed)) == indexed)
        #expect(throws: JSONMismatch.self) { try read(RemoveParams.self, "{}") }
        let removed = RemoveResult(removed: 1, missing: ["x"])
        #expect(try read(RemoveResult.self, text(removed)) == removed)
        let status = StatusResult(
            articles: 1, revision: 2, generation: 3, schemaVersion: 4, indexPath: "/i", bytes: 5, limits: Limits())
        #expect(
            text(status)
                == #"{"articles":1,"revision":2,"generation":3,"schemaVersion":4,"indexPath":"/i","bytes":5,"#
                + #""limits":{"frameBytes":1048576,"connections":256,"requestsInFlight":64,"window":10000,"#
                + #""deadlineMs":5000,"queuedRequests":1024,"frameTimeMs":30000,"readTimeMs":60000,"resultBytes":67108864,"#
                + #""outputBytes":67108864,"memoryBytes":2147483648}}"#)
        #expect(text(try read(StatusResult.self, text(status))) == text(status))
        let progress = ProgressParams(token: RequestID(1), value: ProgressValue(done: 1, total: 2))
        #expect(text(progress) == #"{"token":1,"value":{"done":1,"total":2}}"#)
        #expect(try read(ProgressParams.self, text(progress)) == progress)
    }
}
