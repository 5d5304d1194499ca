import SearchProtocol
import Testing

@testable import Commands

@Suite("What tracuu suggest prints")
struct SuggestOutputTests {
    private let suggestion = QuerySuggestion(
        query: "thành\u{1B}[31m ủy\n", kind: .correction, maximumDocumentFrequency: 3)

    @Test("A pipe gets the query alone, on one line, without what steers a terminal")
    func pipe() {
        #expect(
            SuggestCommand.line(suggestion, style: Style(usesColor: false), showsKind: false) == "thành[31m ủy")
    }

    @Test("People see dimmed how it came about")
    func terminal() {
        let line = SuggestCommand.line(suggestion, style: Style(usesColor: true), showsKind: true)
        #expect(line == "thành[31m ủy  \u{1B}[2mcorrected\u{1B}[0m")
    }
}
