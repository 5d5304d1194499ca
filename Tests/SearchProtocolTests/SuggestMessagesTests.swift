import Foundation
import JSON
import SearchProtocol
import Testing

@Suite("The messages of suggest")
struct SuggestMessagesTests {
    @Test("The messages have their shape, and survive being written and read")
    func shapes() throws {
        let params = SuggestParams(query: "thanh u", limit: 3)
        #expect(String(decoding: params.json, as: UTF8.self) == #"{"query":"thanh u","limit":3}"#)
        #expect(try SuggestParams(json: JSONValue(parsing: params.json)) == params)
        let result = SuggestResult(
            suggestions: [
                QuerySuggestion(query: "thành ủy", kind: .completion, maximumDocumentFrequency: 4),
                QuerySuggestion(query: "thanh u", kind: .inputMethod),
            ], revision: 2, tookMicroseconds: 9)
        #expect(
            String(decoding: result.json, as: UTF8.self)
                == #"{"suggestions":[{"query":"thành ủy","kind":"completion","articlesAtMost":4},"#
                + #"{"query":"thanh u","kind":"inputMethod"}],"revision":2,"tookMicroseconds":9}"#)
        #expect(try SuggestResult(json: JSONValue(parsing: result.json)) == result)
    }

    @Test("An unknown parameter is refused with its name")
    func unknown() throws {
        let json = try JSONValue(parsing: Array(#"{"query":"a","prefix":"b"}"#.utf8))
        let error = #expect(throws: JSONMismatch.self) { try SuggestParams(json: json) }
        #expect(error?.description == "prefix: unknown key")
    }

    @Test("Every kind of suggestion is documented")
    func kinds() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(
                "Sources/SearchProtocol/SearchProtocol.docc/SearchProtocol.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        for kind in SuggestionKind.allCases { #expect(text.contains("`\(kind.rawValue)`"), "\(kind)") }
    }
}
