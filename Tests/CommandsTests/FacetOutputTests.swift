import JSON
import SearchProtocol
import Testing

@testable import Commands

@Suite("Facet counts as printed")
struct FacetOutputTests {
    private func result(_ relation: SearchTotalRelation, hits: [SearchHit] = []) -> SearchResult {
        SearchResult(
            hits: hits, total: SearchTotal(value: 130, relation: relation),
            facets: JSONEntries([
                ("year", [FacetCount(value: "2015", count: 9), FacetCount(value: "2003", count: 121)]),
                ("source", [FacetCount(value: "Báo \u{1B}[31mA", count: 100), FacetCount(value: "Hà Nội", count: 7)]),
            ]),
            facetRest: JSONEntries([
                ("year", FacetRest(values: 0, articles: 0, without: 0, relation: relation)),
                ("source", FacetRest(values: 12, articles: 20, without: 3, relation: relation)),
            ]), revision: 1, tookMicroseconds: 1)
    }

    @Test("Names are on the left, numbers on the right, and unlisted values have rows of their own")
    func lines() {
        let lines = FacetOutput(style: Style(usesColor: false)).lines(of: result(.exact))
        #expect(
            lines == [
                "by year", "    2015    9", "    2003  121",
                "by source", "    Báo [31mA  100", "    Hà Nội       7", "    (12 more)   20", "    (unknown)    3",
            ])
    }

    @Test("Facets follow the hits after a blank line, and say if not everything was counted")
    func belowHits() {
        let hit = SearchHit(id: "a", title: "Một", score: 1)
        let output = SearchOutput(format: .human, style: Style(usesColor: false), firstNumber: 1)
        let lines = String(decoding: output.bytes(of: result(.atLeast, hits: [hit])), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == " 1. Một")
        #expect(lines[2].isEmpty)
        #expect(lines[3] == "by year, of at least 130")
    }

    @Test("The summary of counts alone does not say \"nothing found\"")
    func summary() {
        #expect(SearchCommand.summary(result(.exact), AskedPage(limit: 0, offset: 0)) == "130 articles, 0.0 ms")
        var nothing = result(.exact)
        nothing.total.value = 0
        #expect(SearchCommand.summary(nothing, AskedPage(limit: 0, offset: 0)) == "nothing found")
    }

    @Test("A facet without any value has no heading")
    func noValues() {
        var nothing = result(.exact)
        nothing.facets = JSONEntries([("year", [])])
        nothing.facetRest = JSONEntries([("year", FacetRest(values: 0, articles: 0, without: 0, relation: .exact))])
        #expect(FacetOutput(style: Style(usesColor: false)).lines(of: nothing).isEmpty)
    }
}
