import Indexing
import JSON
import SearchProtocol
import SearchService
import Testing

@Suite("Paging while the index changes")
struct PagingTests {
    private func article(_ number: Int, _ text: String) throws -> JSONValue {
        try JSONValue(
            parsing: Array(
                #"{"id": "\#(number)", "title": "Bài \#(number)", "body": "\#(text)", "date": "2015-01-0\#(1 + number % 5)"}"#
                    .utf8))
    }

    private func home(_ count: Int, options: ServiceOptions = ServiceHome.patient) async throws -> ServiceHome {
        let home = try ServiceHome(options: options)
        let objects = try (0..<count).map { number in
            try article(
                number,
                String(repeating: "chợ nổi ", count: 1 + number % 7) + String(repeating: "sông ", count: number % 11))
        }
        _ = try await home.service.index(objects: objects)
        return home
    }

    /// Changes the index so that every ranking of `chợ nổi` changes.
    private func change(_ home: ServiceHome, round: Int) async throws {
        let objects = try (0..<20).map { try article(1_000 + round * 20 + $0, "chợ nổi chợ nổi") }
        _ = try await home.service.index(objects: objects)
    }

    @Test(
        "A page continues the ranking of the first page: every article once, in its order",
        arguments: ["chợ nổi", "\"chợ nổi\"", "chợ -biển"], SearchSort.allCases)
    func consistent(query: String, sort: SearchSort) async throws {
        let home = try await home(97)
        let whole = try await home.service.search(SearchParams(query: query, limit: 1_000, sort: sort)).hits.map(\.id)
        #expect(whole.count == 97)
        // Another service, as another daemon would be, so that nothing is known of the search before.
        let service = home.other()
        let first = try await service.search(SearchParams(query: query, limit: 10, sort: sort, facets: [.year]))
        var (walked, round) = (first.hits.map(\.id), 0)
        while walked.count < 97 {
            try await change(home, round: round)
            round += 1
            let page = try await service.search(
                SearchParams(query: query, limit: 10, offset: walked.count, sort: sort, revision: first.revision))
            #expect(page.revision == first.revision)
            #expect(page.total == first.total)
            #expect(page.hits.allSatisfy { $0.snippet?.highlights.isEmpty == false })
            try #require(!page.hits.isEmpty)
            walked += page.hits.map(\.id)
        }
        #expect(walked == whole)
        let past = SearchParams(query: query, limit: 10, offset: 97, sort: sort, revision: first.revision)
        if query == "chợ nổi" {
            // Articles that lack one of two words come next, and were not ranked at that revision.
            #expect(try await refusal { try await service.search(past) }?.known == .contentModified)
        } else {
            #expect(try await service.search(past).hits.isEmpty)
        }
        #expect(try await service.search(SearchParams(query: query, limit: 1_000)).hits.count > 97)
    }

    @Test("A removed article is left out, which shortens its page and no other page")
    func removed() async throws {
        let home = try await home(40)
        let first = try await home.service.search(SearchParams(query: "chợ", limit: 10, sort: .oldest))
        let second = try await home.service.search(SearchParams(query: "chợ", limit: 10, offset: 10, sort: .oldest))
        let third = try await home.service.search(SearchParams(query: "chợ", limit: 10, offset: 20, sort: .oldest))
        let gone = second.hits[3].id
        _ = try await home.service.remove(RemoveParams(ids: [gone, first.hits[0].id]))
        func again(_ offset: Int) async throws -> [String] {
            try await home.service.search(
                SearchParams(query: "chợ", limit: 10, offset: offset, sort: .oldest, revision: first.revision)
            ).hits.map(\.id)
        }
        #expect(try await again(10) == second.hits.map(\.id).filter { $0 != gone })
        #expect(try await again(20) == third.hits.map(\.id))
    }

    @Test("A lost ranking is reported as lost after a change, never before one")
    func notKept() async throws {
        let home = try await home(30)
        let first = try await home.service.search(SearchParams(query: "chợ", limit: 5))
        let page = SearchParams(query: "chợ", limit: 5, offset: 5, revision: first.revision)
        let service = home.other()
        let unchanged = try await service.search(page)
        #expect(unchanged.hits.count == 5)
        try await change(home, round: 0)
        let error = try #require(try await refusal { try await home.other().search(page) })
        #expect(error.known == .contentModified)
        #expect(error.message.contains("search again from the first page"))
        var other = page
        other.query = "nổi"
        #expect(try await refusal { try await home.service.search(other) }?.known == .contentModified)
        other = page
        other.revision = first.revision + 1_000
        #expect(try await refusal { try await home.service.search(other) }?.known == .contentModified)
        #expect(try await home.service.search(page).hits.count == 5)
    }

    @Test("The least recently used ranking is dropped first, and their number is limited")
    func bounded() async throws {
        let home = try await home(30)
        let first = try await home.service.search(SearchParams(query: "chợ", limit: 5))
        let early = try await home.service.search(SearchParams(query: "nổi", limit: 5))
        for number in 0..<63 {
            _ = try await home.service.search(SearchParams(query: "sông \(number)"))
            _ = try await home.service.search(SearchParams(query: "chợ", limit: 5, offset: 5, revision: first.revision))
        }
        try await change(home, round: 0)
        func next(_ query: String) -> SearchParams {
            SearchParams(query: query, limit: 5, offset: 5, revision: first.revision)
        }
        #expect(early.revision == first.revision)
        #expect(try await home.service.search(next("chợ")).hits.count == 5)
        #expect(try await refusal { try await home.service.search(next("nổi")) }?.known == .contentModified)
    }

    @Test("Paging ends at a rebuild, whose documents have other numbers")
    func rebuilt() async throws {
        let home = try await home(30)
        let first = try await home.service.search(SearchParams(query: "chợ", limit: 5))
        _ = try await home.service.remove(RemoveParams(ids: ["3"]))
        _ = try Rebuild.run(home.service.folder)
        let page = SearchParams(query: "chợ", limit: 5, offset: 5, revision: first.revision)
        #expect(try await refusal { try await home.service.search(page) }?.known == .contentModified)
    }
}
