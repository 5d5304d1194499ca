import SearchProtocol
import SearchService
import Testing

@Suite("Searching through the service")
struct SearchTests {
    private func home() async throws -> ServiceHome {
        let home = try ServiceHome()
        try await home.index(
            #"{"id": "1", "title": "Thành ủy họp 🎉 Hà Nội", "body": "Sáng nay Thành ủy Hà Nội họp.", "date": "2015-03-19"}"#,
            #"{"id": "2", "title": "Nguyễn Thanh Uy", "body": "Một người ở Hà Nội.", "date": "2017-01-02", "views": 7}"#,
            #"{"id": "3", "title": "Chợ nổi", "body": "Ghe thuyền trên sông."}"#)
        return home
    }

    @Test("Hits have the article's details, the total, and the missing words")
    func hits() async throws {
        let home = try await home()
        let result = try await home.service.search(SearchParams(query: "thành ủy hà nội"))
        #expect(result.hits.map(\.id) == ["1", "2"])
        #expect(result.hits[0].date == "2015-03-19")
        #expect(result.hits[0].missing == nil)
        #expect(result.hits[1].missing == ["thành", "ủy"])
        #expect(result.total == SearchTotal(value: 1, relation: .exact))
        #expect(result.hits[0].snippet?.highlights.isEmpty == false)
    }

    @Test("Positions are counted in the agreed encoding", arguments: PositionEncoding.allCases)
    func positions(encoding: PositionEncoding) async throws {
        let home = try await home()
        let result = try await home.service.search(SearchParams(query: "\"hà nội\""), encoding: encoding)
        let hit = try #require(result.hits.first { $0.id == "1" })
        let span = try #require(hit.titleHighlights.last)
        let units =
            switch encoding {
            case .utf8: Array(hit.title.utf8.map(UInt32.init))
            case .utf16: Array(hit.title.utf16.map(UInt32.init))
            case .utf32: Array(hit.title.unicodeScalars.map(\.value))
            }
        let expected =
            switch encoding {
            case .utf8: Array("Hà Nội".utf8.map(UInt32.init))
            case .utf16: Array("Hà Nội".utf16.map(UInt32.init))
            case .utf32: Array("Hà Nội".unicodeScalars.map(\.value))
            }
        #expect(Array(units[span.start..<span.end]) == expected)
    }

    @Test("The dates since and until limit the publication day, inclusively")
    func days() async throws {
        let home = try await home()
        func ids(_ since: String?, _ until: String?) async throws -> [String] {
            let params = SearchParams(query: "hà nội", since: since, until: until)
            return try await home.service.search(params).hits.map(\.id).sorted()
        }
        #expect(try await ids("2015-03-19", nil) == ["1", "2"])
        #expect(try await ids("2015-03-20", nil) == ["2"])
        #expect(try await ids(nil, "2015-03") == ["1"])
        #expect(try await ids("2016", "2016") == [])
    }

    @Test("Invalid searches are refused with the protocol's error number", arguments: refusals)
    func refused(params: SearchParams, code: ErrorCode) async throws {
        let home = try await home()
        let error = try await refusal { try await home.service.search(params) }
        #expect(error?.known == code)
        #expect(error?.message.isEmpty == false)
    }

    private static let refusals: [(SearchParams, ErrorCode)] = [
        (SearchParams(query: "title:\"abc"), .badQuery), (SearchParams(query: "🎉"), .badQuery),
        (SearchParams(query: "a", limit: -1), .invalidParams), (SearchParams(query: "a", offset: -1), .invalidParams),
        (SearchParams(query: "a", limit: 10, offset: 9_991), .tooLarge),
        (SearchParams(query: "a", limit: .max, offset: .max), .tooLarge),
        (SearchParams(query: "a", since: "yesteryear"), .invalidParams),
        (SearchParams(query: "a", deadlineMs: 0), .invalidParams),
    ]

    @Test("Without an index the error says how to create one")
    func missingIndex() async throws {
        let home = try ServiceHome()
        let error = try #require(try await refusal { try await home.service.search(SearchParams(query: "a")) })
        #expect(error.known == .indexUnusable)
        #expect(error.message.contains("tracuu index"))
    }

    @Test("A cancelled search is answered as cancelled")
    func cancelled() async throws {
        let home = try await home()
        let task = Task {
            // The task is cancelled before it asks, so that the answer cannot come first.
            while !Task.isCancelled { await Task.yield() }
            return try await refusal { try await home.service.search(SearchParams(query: "hà nội")) }
        }
        task.cancel()
        #expect(try await task.value?.known == .cancelled)
    }

    @Test("A whole article has its unknown keys; an unknown id is refused")
    func article() async throws {
        let home = try await home()
        let article = try await home.service.article(ArticleParams(id: "2"))
        #expect(article.title == "Nguyễn Thanh Uy")
        #expect(article.extra["views"]?.number == "7")
        let error = try await refusal { try await home.service.article(ArticleParams(id: "no")) }
        #expect(error?.known == .invalidParams)
    }

    @Test("A search past its deadline fails with that error, and a client's deadline cannot exceed the limit")
    func deadline() async throws {
        let home = try ServiceHome(options: ServiceOptions(limits: Limits(deadlineMs: 0)))
        try await home.index(#"{"id": "1", "body": "Một"}"#)
        let params = SearchParams(query: "một", deadlineMs: 60_000)
        let error = try await refusal { try await home.service.search(params) }
        #expect(error?.known == .deadlinePassed)
    }

    @Test("Limit, offset, order and matching are passed on")
    func mapping() async throws {
        let home = try await home()
        func ids(_ params: SearchParams) async throws -> [String] {
            try await home.service.search(params).hits.map(\.id)
        }
        #expect(try await ids(SearchParams(query: "hà nội", sort: .newest)) == ["2", "1"])
        #expect(try await ids(SearchParams(query: "hà nội", sort: .oldest)) == ["1", "2"])
        #expect(try await ids(SearchParams(query: "hà nội", limit: 1, offset: 1, sort: .oldest)) == ["2"])
        #expect(try await ids(SearchParams(query: "hà nội", limit: 0)) == [])
        #expect(try await ids(SearchParams(query: "thành ủy sông", match: .all)) == [])
        #expect(try await ids(SearchParams(query: "thành ủy sông", match: .any)).sorted() == ["1", "3"])
        let bare = try await home.service.search(SearchParams(query: "hà nội", snippets: false))
        #expect(bare.hits.allSatisfy { $0.snippet == nil })
        #expect(try await ids(SearchParams(query: "thuy", asYouType: true)) == ["3"])
    }
}
