import Foundation
import SearchProtocol
import SearchService
import Testing

@Suite("Places in files and queries through the service")
struct PlaceTests {
    private func home(_ text: String) async throws -> ServiceHome {
        let home = try ServiceHome()
        let archive = home.folder.appendingPathComponent("archive")
        try FileManager.default.createDirectory(at: archive, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: archive.appendingPathComponent("a.txt"))
        try Data("{\"id\": \"record\", \"title\": \"Đại hội\", \"body\": \"Hai.\"}\n".utf8)
            .write(to: archive.appendingPathComponent("b.jsonl"))
        _ = try await home.service.index(paths: [archive.path])
        return home
    }

    @Test(
        "A hit's column is counted in the agreed encoding, also after text before the body",
        arguments: PositionEncoding.allCases)
    func column(encoding: PositionEncoding) async throws {
        let home = try await home("Họp giao ban\n\n\u{3000}Chiều 14 𝄞 đại, Thành ủy Hà Nội họp bàn việc.\n")
        let hits = try await home.service.search(SearchParams(query: "\"thành ủy\""), encoding: encoding).hits
        let hit = try #require(hits.first)
        let line = "\u{3000}Chiều 14 𝄞 đại, "
        let expected =
            switch encoding {
            case .utf8: line.utf8.count
            case .utf16: line.utf16.count
            case .utf32: line.unicodeScalars.count
            }
        #expect(hit.line == 2 && hit.column == expected)
        #expect(hit.layout == .text)
        let article = try await home.service.article(ArticleParams(id: hit.id), encoding: encoding)
        #expect(article.line == 2 && article.column == (encoding == .utf8 ? 3 : 1))
        let record = try await home.service.article(ArticleParams(id: "record"), encoding: encoding)
        #expect(record.line == 0 && record.column == 0 && record.layout == .record)
    }

    @Test("A match in the title has the title's line and column", arguments: PositionEncoding.allCases)
    func title(encoding: PositionEncoding) async throws {
        let home = try await home("Thời sự\n\u{3000}Họp 𝄞 giao ban\n14/11/2019\n\nChiều nay bàn việc.\n")
        let hit = try #require(
            try await home.service.search(SearchParams(query: "giao ban"), encoding: encoding).hits.first)
        let line = "\u{3000}Họp 𝄞 "
        let expected =
            switch encoding {
            case .utf8: line.utf8.count
            case .utf16: line.utf16.count
            case .utf32: line.unicodeScalars.count
            }
        #expect(hit.line == 1 && hit.column == expected && hit.layout == .text)
        let record = try await home.service.search(SearchParams(query: "đại hội"), encoding: encoding).hits.first
        #expect(record?.line == 0 && record?.column == 0 && record?.layout == .record)
    }

    @Test(
        "The place of a query error is counted in the agreed encoding",
        arguments: PositionEncoding.allCases)
    func queryError(encoding: PositionEncoding) async throws {
        let home = try await home("Họp giao ban\n\nChiều.\n")
        let query = "𝄞 đại hội x (thành"
        let offset = encoding.offset(ofByte: "𝄞 đại hội x ".utf8.count, in: query)
        let calls: [() async throws -> any Sendable] = [
            { try await home.service.search(SearchParams(query: query), encoding: encoding) },
            { try await home.service.timeline(TimelineParams(query: query), encoding: encoding) },
            { try await home.service.explain(ExplainParams(query: query), encoding: encoding) },
            {
                try home.service.narrow(
                    NarrowParams(query: "𝄞 đại hội x *y", field: "source", value: "x"), encoding: encoding)
            },
        ]
        for call in calls {
            let error = try #require(try await refusal { _ = try await call() })
            let data = try BadQueryData(json: try #require(error.data))
            #expect(data.column == offset && data.length == 1)
            #expect(error.message.hasPrefix("column \(offset + 1): "))
        }
    }

    @Test(
        "During typing, a query that is still empty finds nothing",
        arguments: ["", "  ", "\"", "(", "-", "..."])
    func nothingYet(query: String) async throws {
        let home = try await home("Họp giao ban\n\nChiều.\n")
        let result = try await home.service.search(SearchParams(query: query, asYouType: true))
        #expect(result.hits.isEmpty && result.total == SearchTotal(value: 0, relation: .exact) && result.revision > 0)
        let error = try await refusal { try await home.service.search(SearchParams(query: query)) }
        #expect(error?.known == .badQuery)
    }
}
