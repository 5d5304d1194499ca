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

    @Test("The paths format prints a file once, in the order of its best hit; paths that only look alike are two files")
    func pathsOnce() {
        var result = result
        result.hits = [
            ("a", "/x/tin.jsonl"), ("b", "/x/một\nhai.txt"), ("c", "/x/tin.jsonl"), ("d", "/x/mo\u{323}\u{302}t.txt"),
            ("e", "/x/mô\u{323}t.txt"), ("f", "/x/tin.jsonl"),
        ].map { SearchHit(id: $0.0, title: "", path: $0.1, score: 1, titleHighlights: []) }
        #expect(
            text(.paths, result).utf8.elementsEqual(
                "/x/tin.jsonl\n/x/một\nhai.txt\n/x/mo\u{323}\u{302}t.txt\n/x/mô\u{323}t.txt\n".utf8))
        let output = SearchOutput(format: .paths, style: Style(usesColor: false), firstNumber: 1, endsWithNull: true)
        let paths = output.bytes(of: result).split(separator: 0, omittingEmptySubsequences: false)
        #expect(paths.count == 5 && paths.last?.isEmpty == true)
        #expect(paths[1].elementsEqual("/x/một\nhai.txt".utf8))
    }

    @Test("With --null, a NUL byte ends the path of a line of vimgrep, and other formats refuse it")
    func null() {
        let output = SearchOutput(format: .vimgrep, style: Style(usesColor: false), firstNumber: 1, endsWithNull: true)
        #expect(output.vimgrep(result.hits[0]) == "/x/a.txt\u{0}1:3:Một")
        for format in SearchFormat.allCases {
            if format == .paths || format == .vimgrep {
                #expect(throws: Never.self) { try format.checkTakesNull() }
            } else {
                #expect(throws: UsageError.self) { try format.checkTakesNull() }
            }
        }
    }

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
        let page = AskedPage(limit: 10, offset: 0)
        #expect(SearchCommand.summary(result, page) == "3 articles, 12.3 ms")
        var lacking = result
        lacking.hits[2].missing = ["đò"]
        lacking.total = SearchTotal(value: 1, relation: .atLeast)
        #expect(
            SearchCommand.summary(lacking, page) == "at least 1 article with every word, 1 that lacks some, 12.3 ms")
        for index in lacking.hits.indices { lacking.hits[index].missing = ["đò"] }
        lacking.total = SearchTotal(value: 18, relation: .exact)
        #expect(SearchCommand.summary(lacking, page) == "18 articles; those shown lack a word, 12.3 ms")
        lacking.hits = []
        lacking.total.value = 0
        #expect(SearchCommand.summary(lacking, page) == "nothing found")
    }

    @Test(
        "A page without hits says the total where articles match, and \"nothing found\" only where none does",
        arguments: [
            (0, 0, 3, "3 articles, 12.3 ms"), (0, 5, 3, "3 articles, 12.3 ms"),
            (10, 3, 3, "3 articles, none after the first 3, 12.3 ms"),
            (10, 7, 1, "1 article, none after the first 7, 12.3 ms"),
            (10, 0, 0, "nothing found"), (0, 0, 0, "nothing found"), (10, 5, 0, "nothing found"),
        ])
    func emptyPage(limit: Int, offset: Int, total: Int, summary: String) {
        let page = AskedPage(limit: limit, offset: offset)
        let empty = SearchResult(
            hits: [], total: SearchTotal(value: total, relation: .exact), revision: 7, tookMicroseconds: 12_345)
        #expect(SearchCommand.summary(empty, page) == summary)
        #expect(page.isNothing(empty) == (total == 0))
        #expect(SimilarCommand.summary(empty, page) == (total == 0 ? "nothing like it, 12.3 ms" : summary))
    }

    @Test("Where no hit is wanted, one is requested, so that it is known whether there is any")
    func noHitWanted() {
        #expect(AskedPage(limit: 0, offset: 0).requestedLimit == 1)
        #expect(AskedPage(limit: 0, offset: 10_000).requestedLimit == 0)
        #expect(AskedPage(limit: 0, offset: 0).cut(result).hits.isEmpty)
        #expect(AskedPage(limit: 5, offset: 0).cut(result).hits == result.hits)
        #expect(SimilarCommand.summary(result, AskedPage(limit: 5, offset: 0)) == "3 articles, 12.3 ms")
    }
}
