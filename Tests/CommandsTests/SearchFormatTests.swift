import JSON
import SearchProtocol
import Testing

@testable import Commands

@Suite("The output formats of hits")
struct SearchFormatTests {
    private let result = SearchResult(
        hits: [
            SearchHit(id: "a", title: "Một", path: "/x/a.txt", line: 0, column: 2, score: 2, titleHighlights: []),
            SearchHit(id: "b", title: "", url: "https://b.example", score: 1, titleHighlights: []),
            SearchHit(id: "c", title: "Ba", score: 1, titleHighlights: []),
        ],
        total: SearchTotal(value: 3, relation: .exact), revision: 7, tookMicroseconds: 12_345)

    private func text(_ format: SearchFormat, _ result: SearchResult? = nil, from number: Int = 1) -> String {
        let output = SearchOutput(format: format, style: Style(usesColor: false), firstNumber: number)
        return String(decoding: output.bytes(of: result ?? self.result), as: UTF8.self)
    }

    @Test("The paths format prints the path, else the URL, else the id")
    func paths() { #expect(text(.paths) == "/x/a.txt\nhttps://b.example\nc\n") }

    @Test("The vimgrep format prints a place and a text for every hit, counted from line and column 1")
    func vimgrep() { #expect(text(.vimgrep) == "/x/a.txt:1:3:Một\nhttps://b.example:1:1:\nc:1:1:Ba\n") }

    @Test("The json format prints the protocol's result on one line; jsonl prints a hit on each line")
    func json() throws {
        let whole = text(.json)
        #expect(whole == String(decoding: result.json, as: UTF8.self) + "\n")
        #expect(whole.split(separator: "\n").count == 1)
        let lines = text(.jsonl).split(separator: "\n")
        #expect(try lines.map { try JSONValue(parsing: Array($0.utf8))["id"]?.string } == ["a", "b", "c"])
    }

    @Test("The human format numbers hits from the offset on, and says if a hit has no title")
    func human() {
        let lines = text(.human, from: 9).split(separator: "\n")
        #expect(lines.first == " 9. Một")
        #expect(lines.contains("10. (no title)"))
        #expect(lines.contains("11. Ba"))
    }

    @Test("A search without hits prints nothing, except for the JSON object", arguments: SearchFormat.allCases)
    func nothing(format: SearchFormat) {
        var empty = result
        empty.hits = []
        #expect(text(format, empty).isEmpty == (format != .json))
    }

    @Test("The summary counts the articles with every word, and those that lack some")
    func summary() {
        #expect(SearchCommand.summary(result) == "3 articles, 12.3 ms")
        var lacking = result
        lacking.hits[2].missing = ["đò"]
        lacking.total = SearchTotal(value: 1, relation: .atLeast)
        #expect(SearchCommand.summary(lacking) == "at least 1 article with every word, 1 that lacks some, 12.3 ms")
        for index in lacking.hits.indices { lacking.hits[index].missing = ["đò"] }
        lacking.total = SearchTotal(value: 18, relation: .exact)
        #expect(SearchCommand.summary(lacking) == "18 articles; those shown lack a word, 12.3 ms")
        lacking.hits = []
        #expect(SearchCommand.summary(lacking) == "nothing found")
    }
}
