import JSON
import SearchProtocol
import SearchService
import Testing

@Suite("Explanations through the service")
struct ExplainTests {
    private func home() async throws -> ServiceHome {
        let home = try ServiceHome()
        try await home.index(
            #"{"id": "1", "title": "Thành ủy họp", "body": "Sáng nay Thành ủy Hà Nội họp.", "date": "2015-03-19"}"#,
            #"{"id": "2", "title": "Nguyễn Thanh Uy", "body": "Một người ở Hà Nội."}"#,
            #"{"id": "3", "title": "Chợ nổi", "body": "Ghe thuyền trên sông."}"#)
        return home
    }

    @Test("A search explains its query and each hit on request")
    func search() async throws {
        let home = try await home()
        let result = try await home.service.search(SearchParams(query: "thanh uy", explain: true))
        #expect(result.explanation?.tree == "(all (word thanh) (word uy))")
        #expect(result.explanation?.terms.contains { $0.term == "thanh uy" && $0.kind == "bigram" } == true)
        #expect(result.hits.count == 2)
        #expect(result.hits.allSatisfy { $0.explanation?.terms.isEmpty == false })
        let plain = try await home.service.search(SearchParams(query: "thanh uy"))
        #expect(plain.explanation == nil)
        #expect(plain.hits.map(\.explanation) == [nil, nil])
    }

    @Test("An article has its rank; one that does not match has none")
    func place() async throws {
        let home = try await home()
        let search = try await home.service.search(SearchParams(query: "thanh uy", snippets: false, explain: true))
        for (index, hit) in search.hits.enumerated() {
            let result = try await home.service.explain(ExplainParams(query: "thanh uy", id: hit.id))
            #expect(result.position == index + 1)
            #expect(result.hit == hit)
            #expect(result.total == SearchTotal(value: 2, relation: .exact))
        }
        let absent = try await home.service.explain(ExplainParams(query: "thanh uy", id: "3"))
        #expect(absent.hit == nil)
        #expect(absent.position == nil)
        let query = try await home.service.explain(ExplainParams(query: "thanh uy"))
        #expect(query.explanation == search.explanation)
    }

    @Test("An article beyond rank one hundred is compared with the heaviest")
    func farBehind() async throws {
        let home = try ServiceHome()
        let near = (0..<120).map { #"{"id": "near \#($0)", "title": "chợ nổi", "body": "chợ nổi chợ nổi"}"# }
        _ = try await home.service.index(
            objects: (near + [#"{"id": "far", "title": "", "body": "chợ trên sông thì nổi"}"#])
                .map { try JSONValue(parsing: Array($0.utf8)) })
        let result = try await home.service.explain(ExplainParams(query: "chợ nổi", id: "far"))
        #expect(result.position == nil)
        let explanation = try #require(result.hit?.explanation)
        #expect(explanation.share > 0 && explanation.share < 1)
        #expect(result.hit?.score == explanation.share)
    }

    @Test("An unknown article is refused with its id")
    func unknown() async throws {
        let home = try await home()
        let error = try await refusal { try await home.service.explain(ExplainParams(query: "chợ", id: "9")) }
        #expect(error?.known == .invalidParams)
        #expect(error?.message.contains("9") == true)
    }
}
