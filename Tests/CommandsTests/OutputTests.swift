import JSON
import SearchProtocol
import Testing

@testable import Commands

@Suite("The output of the client")
struct OutputTests {
    private let hit = SearchHit(
        id: "a1", title: "Chợ \u{1B}[31mnổi", date: "2015-03-19T10:00:00", source: "Báo A", path: "/x/y.txt", line: 2,
        column: 4, score: 1, missing: ["đò"], titleHighlights: [],
        snippet: SearchSnippet(text: "ghe\nthuyền trên sông", highlights: [Span(start: 4, end: 12)]))

    @Test("A hit for people has number, facts, missing words, snippet and place, and no terminal controls")
    func human() {
        let lines = SearchOutput(format: .human, style: Style(usesColor: false), firstNumber: 1).human(hit, number: 1)
            .split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0] == " 1. Chợ [31mnổi")
        #expect(lines[1].contains("2015-03-19 · Báo A · without đò"))
        #expect(lines[2].contains("ghe thuyền trên sông"))
        #expect(lines[3].contains("/x/y.txt:3"))
        #expect(!lines.joined().unicodeScalars.contains("\u{1B}"))
    }

    @Test("The vimgrep format counts lines and columns from 1 and uses one line")
    func vimgrep() {
        let output = SearchOutput(format: .vimgrep, style: Style(usesColor: false), firstNumber: 1)
        #expect(output.vimgrep(hit) == "/x/y.txt:3:5:Chợ [31mnổi: ghe thuyền trên sông")
    }

    @Test("Matches are highlighted only if colours are requested")
    func highlights() {
        let spans = [Span(start: 4, end: 12)]
        #expect(Style(usesColor: false).highlighted("ghe thuyền", spans) == "ghe thuyền")
        #expect(Style(usesColor: true).highlighted("ghe thuyền", spans) == "ghe \u{1B}[1;33mthuyền\u{1B}[0m")
        #expect(Style(usesColor: false).highlighted(" a \n b\u{A0}", []) == " a b ")
        #expect(
            Style(usesColor: true).highlighted("a \tb\u{A0} c", [Span(start: 2, end: 4)])
                == "a \u{1B}[1;33m b\u{1B}[0m c")
        #expect(Style(usesColor: true).highlighted("ghe", [Span(start: 2, end: 99), Span(start: 3, end: 1)]) == "ghe")
    }

    @Test("The metadata of an article name the rule that found a value, and say if a given one could not be read")
    func facts() throws {
        var article = ArticleResult(id: "a", title: "Tin", body: "", source: "Báo", path: "/a.jsonl", line: 2)
        article.extra = JSONEntries([
            ("date", try JSONValue(parsing: Array(#""30/02/2015""#.utf8))),
            ("views", try JSONValue(parsing: Array("3".utf8))),
        ])
        article.provenance = JSONEntries([("source", "source-note"), ("date", "unreadable")])
        #expect(
            ShowCommand().facts(article).map { "\($0.0): \($0.1)" } == [
                "id: a", "source: Báo (found by source-note)", "path: /a.jsonl:3",
                "date: 30/02/2015 (could not be read)", "views: 3",
            ])
    }

    @Test("Progress shows the share, the rate and the time left; without a total, only the known figures")
    func progress() {
        let known = ProgressBar.line(
            ProgressValue(done: 50, total: 100, unit: "bytes", articles: 500), after: .seconds(10))
        #expect(known == "[##########----------] 50 %, 500 articles, 50/s, 0:10 left")
        #expect(ProgressBar.line(ProgressValue(done: 0, articles: 7), after: .seconds(7)) == "7 articles, 1/s")
    }
}
