import SearchProtocol
import Testing

@testable import Commands

@Suite("The output of tracuu suggest")
struct SuggestOutputTests {
    private let suggestion = QuerySuggestion(
        query: "thành\u{1B}[31m ủy\n", kind: .correction, maximumDocumentFrequency: 3)

    @Test("A pipe gets the query only, on one line, without terminal controls")
    func pipe() {
        #expect(
            SuggestCommand.line(suggestion, style: Style(usesColor: false), showsKind: false) == "thành[31m ủy")
    }

    @Test("On a terminal the kind of the suggestion is shown dimmed")
    func terminal() {
        let line = SuggestCommand.line(suggestion, style: Style(usesColor: true), showsKind: true)
        #expect(line == "thành[31m ủy  \u{1B}[2mcorrected\u{1B}[0m")
    }
}
