import JSON
import SearchProtocol
import Testing

@Suite("Messages of facets, timelines and similar articles")
struct CountingMessagesTests {
    private func read<T: JSONReadable>(_ type: T.Type, _ text: String) throws -> T {
        try T(json: try JSONValue(parsing: Array(text.utf8)))
    }

    private func text(_ value: some JSONWritable) -> String { String(decoding: value.json, as: UTF8.self) }

    @Test("A timeline's parameters and result have the documented shape, and survive being written and read")
    func timeline() throws {
        let params = TimelineParams(query: "a", since: "2015", until: "2016", match: .all, by: .month, deadlineMs: 9)
        #expect(
            text(params)
                == #"{"query":"a","since":"2015","until":"2016","match":"all","by":"month","deadlineMs":9}"#)
        #expect(try read(TimelineParams.self, text(params)) == params)
        let result = TimelineResult(
            by: .day, buckets: [FacetCount(value: "2015-03-19", count: 2)], undated: 1,
            total: SearchTotal(value: 3, relation: .exact), revision: 7, tookMicroseconds: 80)
        let expected =
            #"{"by":"day","buckets":[{"value":"2015-03-19","count":2}],"undated":1,"#
            + #""total":{"value":3,"relation":"exact"},"revision":7,"tookMicroseconds":80}"#
        #expect(text(result) == expected)
        #expect(try read(TimelineResult.self, expected) == result)
    }

    @Test("A page's revision and a facet's unlisted counts survive being written and read")
    func search() throws {
        let params = SearchParams(query: "a", offset: 10, revision: 7)
        #expect(text(params) == #"{"query":"a","offset":10,"revision":7}"#)
        #expect(try read(SearchParams.self, text(params)) == params)
        let rest = FacetRest(values: 3, articles: 4, without: 5, relation: .atLeast)
        #expect(text(rest) == #"{"values":3,"articles":4,"without":5,"relation":"atLeast"}"#)
        let result = SearchResult(
            hits: [], total: SearchTotal(value: 9, relation: .atLeast), facets: JSONEntries([("source", [])]),
            facetRest: JSONEntries([("source", rest)]), revision: 7, tookMicroseconds: 1)
        #expect(try read(SearchResult.self, text(result)).facetRest?["source"] == rest)
    }

    @Test(
        "The error for invalid parameters names the place and the reason",
        arguments: [
            (#"{"query":"a","by":"week"}"#, "by: expected one of year, month, day"),
            (#"{"query":"a","limit":1}"#, "limit: unknown key"), (#"{}"#, "query: missing"),
        ])
    func timelineMismatches(json: String, message: String) {
        let error = #expect(throws: JSONMismatch.self) { try read(TimelineParams.self, json) }
        #expect(error?.description == message)
    }

    @Test("Similar articles are requested by id")
    func similar() throws {
        let params = SimilarParams(id: "a", limit: 1, offset: 2, snippets: false, deadlineMs: 3)
        #expect(text(params) == #"{"id":"a","limit":1,"offset":2,"snippets":false,"deadlineMs":3}"#)
        #expect(try read(SimilarParams.self, text(params)) == params)
        let error = #expect(throws: JSONMismatch.self) { try read(SimilarParams.self, #"{"id":1}"#) }
        #expect(error?.description == "id: expected a string, found a number")
    }
}
