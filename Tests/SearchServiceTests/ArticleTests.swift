import Foundation
import SearchProtocol
import SearchService
import Testing

@Suite("Whole articles through the service")
struct ArticleTests {
    private static let body = "Sáng nay 𝄞 Thành ủy họp.\nThành ủy Hà Nội giao ban."

    private func home() async throws -> ServiceHome {
        let home = try ServiceHome()
        let body = Self.body.replacingOccurrences(of: "\n", with: "\\n")
        try await home.index(#"{"id": "1", "title": "Giao ban của Thành ủy", "body": "\#(body)"}"#)
        return home
    }

    private func texts(_ spans: [Span]?, of text: String, _ encoding: PositionEncoding) -> [String]? {
        spans?.map { span in
            switch encoding {
            case .utf8: String(decoding: Array(text.utf8)[span.start..<span.end], as: UTF8.self)
            case .utf16: String(decoding: Array(text.utf16)[span.start..<span.end], as: UTF16.self)
            case .utf32: String(String.UnicodeScalarView(Array(text.unicodeScalars)[span.start..<span.end]))
            }
        }
    }

    @Test("The query's words are highlighted, in the agreed encoding", arguments: PositionEncoding.allCases)
    func marks(encoding: PositionEncoding) async throws {
        let home = try await home()
        func bodyMarks(_ query: String?) async throws -> [String]? {
            texts(try await article(home, query, encoding).bodyHighlights, of: Self.body, encoding)
        }
        let marked = try await article(home, "thanh uy", encoding)
        #expect(texts(marked.titleHighlights, of: marked.title, encoding) == ["Thành ủy"])
        #expect(try await bodyMarks("thanh uy") == ["Thành ủy", "Thành ủy"])
        #expect(try await bodyMarks("ban -\"") == ["ban"])
        #expect(try await bodyMarks("(giao b") == ["giao ban"])
        #expect(try await bodyMarks("\"giao b") == ["giao"])
        for nothing in ["", "...", "a AND OR b"] { #expect(try await bodyMarks(nothing) == []) }
        #expect(try await bodyMarks(nil) == nil)
    }

    private func article(
        _ home: ServiceHome, _ query: String?, _ encoding: PositionEncoding
    ) async throws -> ArticleResult {
        try await home.service.article(ArticleParams(id: "1", query: query), encoding: encoding)
    }

    @Test("At most 1,000 matches of a body are listed")
    func manyMarks() async throws {
        let home = try ServiceHome()
        let body = String(repeating: "ủy, ", count: 1_200)
        try await home.index(#"{"id": "1", "body": "\#(body)"}"#)
        #expect(try await article(home, "ủy", .utf8).bodyHighlights?.count == ArticleResult.mostHighlights)
    }
}
