import SearchProtocol
import SearchService
import Testing

@Suite("Similar articles through the service")
struct SimilarTests {
    private func home() async throws -> ServiceHome {
        let home = try ServiceHome()
        try await home.index(
            #"{"id": "1", "title": "Chợ nổi Sông Hậu", "body": "Ghe thuyền chở trái cây họp chợ nổi từ sáng sớm."}"#,
            #"{"id": "2", "title": "Chợ nổi cuối năm", "body": "Ghe thuyền chở hoa họp chợ nổi trên Sông Hậu."}"#,
            #"{"id": "3", "title": "Thư viện mới", "body": "Trái cây không liên quan tới thư viện huyện."}"#,
            #"{"id": "4", "title": "Giá vàng", "body": "Giá vàng tăng nhẹ."}"#)
        return home
    }

    @Test("Similar articles omit the article itself, are sorted by similarity, and have common text marked")
    func hits() async throws {
        let home = try await home()
        let result = try await home.service.similar(SimilarParams(id: "1"))
        #expect(result.hits.map(\.id) == ["2", "3"])
        #expect(result.total == SearchTotal(value: 2, relation: .exact))
        let snippet = try #require(result.hits[0].snippet)
        let bytes = Array(snippet.text.utf8)
        let marked = snippet.highlights.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self).lowercased() }
        #expect(marked.joined(separator: " ").contains("chợ nổi"))
        let second = try await home.service.similar(SimilarParams(id: "1", limit: 1, offset: 1, snippets: false))
        #expect(second.hits.map(\.id) == ["3"])
        #expect(second.hits[0].snippet == nil)
        #expect(try await home.service.similar(SimilarParams(id: "4")).hits.isEmpty)
    }

    @Test("A missing article and impossible pages are refused")
    func refused() async throws {
        let home = try await home()
        func error(_ params: SimilarParams) async throws -> ErrorCode? {
            try await refusal { try await home.service.similar(params) }?.known
        }
        #expect(try await error(SimilarParams(id: "9")) == .invalidParams)
        #expect(try await error(SimilarParams(id: "1", limit: -1)) == .invalidParams)
        #expect(try await error(SimilarParams(id: "1", limit: 10_001)) == .tooLarge)
        #expect(try await error(SimilarParams(id: "1", deadlineMs: 0)) == .invalidParams)
    }
}
