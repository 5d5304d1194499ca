import SearchProtocol
import SearchService
import Testing

@Suite("Suggestions through the service")
struct SuggestTests {
    private func home() async throws -> ServiceHome {
        let home = try ServiceHome()
        try await home.index(
            #"{"id": "1", "title": "Thành ủy họp Hà Nội", "body": "Sáng nay Thành ủy Hà Nội họp."}"#,
            #"{"id": "2", "title": "Chợ nổi", "body": "Ghe thuyền trên sông, thành phố xa."}"#)
        return home
    }

    @Test("Suggestions have their kind and a maximum number of articles")
    func suggestions() async throws {
        let home = try await home()
        let result = try await home.service.suggest(SuggestParams(query: "thanh u"))
        let expected = QuerySuggestion(query: "thành ủy", kind: .completion, maximumDocumentFrequency: 1)
        #expect(result.suggestions.contains(expected))
        #expect(result.revision > 0)
    }

    @Test("A limit out of range is refused", arguments: [-1, 51])
    func limit(_ limit: Int) async throws {
        let home = try await home()
        let error = try await refusal {
            try await home.service.suggest(SuggestParams(query: "a", limit: limit))
        }
        #expect(error?.known == .invalidParams)
        #expect(try await home.service.suggest(SuggestParams(query: "thanh u", limit: 0)).suggestions.isEmpty)
    }

    @Test(
        "A search without hits for the typed text suggests a likely query, and runs no other",
        arguments: [("thanhf uyr", "thành ủy"), ("tha2nh u3y", "thành ủy"), ("thuyefn ghe", "thuyền ghe")])
    func didYouMean(_ typed: String, _ meant: String) async throws {
        let home = try await home()
        let result = try await home.service.search(SearchParams(query: typed, match: .all))
        #expect(result.hits.isEmpty)
        #expect(result.suggestion?.query == meant)
        #expect(result.suggestion?.reason.isEmpty == false)
    }

    @Test(
        "A search for words that the archive joins or splits otherwise suggests them as it has them",
        arguments: [
            ("covid19", "covid 19"), ("30/04", "30/4"), ("i-phone", "iphone"), ("hanoi", "hà nội"),
            ("date: 2015", "date:2015"),
        ])
    func spacing(_ typed: String, _ meant: String) async throws {
        let home = try ServiceHome()
        try await home.index(
            #"{"id": "1", "title": "Covid-19", "body": "Lễ 30/4 ở Hà Nội có iPhone.", "date": "2015-05-01"}"#)
        for match in [SearchMatch.auto, .all] {
            let result = try await home.service.search(SearchParams(query: typed, limit: 1, match: match))
            #expect(result.hits.isEmpty || result.hits.allSatisfy { $0.missing?.isEmpty == false })
            #expect(result.suggestion?.query == meant)
        }
        let offered = try await home.service.search(SearchParams(query: meant))
        #expect(offered.total.value == 1)
    }

    @Test(
        "A search with enough hits, or without a better query, gets no suggestion",
        arguments: ["thành ủy", "thanh uy", "zzzz", "title:\"không có\"", "ghe thuyền sông"])
    func none(_ typed: String) async throws {
        let home = try await home()
        #expect(try await home.service.search(SearchParams(query: typed)).suggestion == nil)
    }

    @Test(
        "A slip in a field's name, or a name of none, is no error, and the field or the value alone is suggested",
        arguments: [
            ("titel:mùa", "title:mùa"), ("-covid sorce:làng", "-covid source:làng"), ("(Tieude:mùa)", nil),
            ("tieu:gặt", "gặt"), ("body:lúa", "lúa"), ("ngun:\"báo làng\"", "nguồn:\"báo làng\""),
            ("\"titel:mùa\"", nil), ("http://mùa", nil), ("12:30", nil), ("titel: mùa", nil), ("titel:chưa", nil),
            ("dat:mùa", nil),
        ])
    func fieldNames(_ typed: String, _ meant: String?) async throws {
        let home = try ServiceHome()
        try await home.index(#"{"id": "1", "title": "Mùa gặt", "source": "báo làng", "body": "Đồng lúa"}"#)
        let result = try await home.service.search(SearchParams(query: typed, match: .all))
        #expect(result.suggestion?.query == meant)
    }

    @Test("During typing, search gives no suggestions, since suggest does")
    func typing() async throws {
        let home = try await home()
        let params = SearchParams(query: "thanhf uyr", match: .all, asYouType: true)
        #expect(try await home.service.search(params).suggestion == nil)
    }
}
