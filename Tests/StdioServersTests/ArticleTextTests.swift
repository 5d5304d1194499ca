import SearchProtocol
import Testing

@testable import StdioServers

@Suite("An article as a file of text")
struct ArticleTextTests {
    private func article(_ body: String, title: String = "Tin") -> ArticleResult {
        ArticleResult(id: "1", title: title, body: body, date: "2015-03-11", source: "Báo")
    }

    @Test("The file has title, details, an empty line and the body, which ends with its last line")
    func layout() {
        #expect(ArticleText(article("một\nhai")).text == "Tin\n2015-03-11 · Báo\n\nmột\nhai\n")
        #expect(ArticleText(article("a\r\nb\rc\r\r\n", title: " ")).text == "2015-03-11 · Báo\n\na\nb\nc\n\n")
        #expect(ArticleText(ArticleResult(id: "1", title: "", body: "a")).text == "a\n")
    }

    @Test("The first match is found in the text, in each encoding", arguments: PositionEncoding.allCases)
    func match(encoding: PositionEncoding) throws {
        let body = "𝒜 một\r\nđường 𝒜 thành ủy\rhết"
        let start = try #require(body.utf8.firstRange(of: Array("thành".utf8))).lowerBound
        let offset = body.utf8.distance(from: body.startIndex, to: start)
        var found = article(body)
        found.bodyHighlights = encoding.spans(ofBytes: [offset..<(offset + "thành".utf8.count)], in: body)
        let before = "đường 𝒜 "
        let range = ArticleText(found).firstMatch(in: encoding)
        let column = encoding.offset(ofByte: before.utf8.count, in: before)
        let length = encoding.offset(ofByte: "thành".utf8.count, in: "thành")
        #expect(range.start == TextPosition(line: 4, character: column))
        #expect(range.end == TextPosition(line: 4, character: column + length))
    }

    @Test("Without a match in the body the title's is shown, else the beginning")
    func titleMatch() {
        var found = article("một", title: "Thành ủy họp")
        found.titleHighlights = [Span(start: 6, end: 8)]
        let range = ArticleText(found).firstMatch(in: .utf16)
        #expect(
            range == TextRange(start: TextPosition(line: 0, character: 6), end: TextPosition(line: 0, character: 8)))
        found.titleHighlights = []
        #expect(ArticleText(found).firstMatch(in: .utf16) == TextRange())
    }

    @Test("A Markdown card shows the article's text literally")
    func card() {
        let text = ArticleFacts.card(
            of: ArticleResult(id: "a_1", title: "*Tin*\n[a](b)", body: "", path: "/a", line: 3))
        #expect(text == "**\\*Tin\\* \\[a\\](b)**\n\n- path: /a:4\n- id: a\\_1")
    }
}
