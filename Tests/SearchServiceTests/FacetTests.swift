import JSON
import SearchProtocol
import SearchService
import Testing

@Suite("Facets through the service")
struct FacetTests {
    @Test("Facets are listed in the protocol's form, each once, and unlisted values are counted")
    func listing() async throws {
        let home = try ServiceHome()
        let objects = try (0..<60).map { number in
            // Source number n has n/10 + 1 articles at most: names beyond the fiftieth are only counted.
            try JSONValue(
                parsing: Array(
                    """
                    {"id": "\(number)", "title": "tin", "source": "Báo \(number < 4 ? 0 : number)", "date": "\(2000 + number % 3)-05-01"}
                    """.utf8))
        }
        _ = try await home.service.index(objects: objects)
        try await home.index(#"{"id": "x", "title": "tin"}"#, #"{"id": "y", "title": "khác"}"#)
        let result = try await home.service.search(
            SearchParams(query: "tin", limit: 2, facets: [.source, .year, .source, .month, .author]))
        let facets = try #require(result.facets)
        #expect(facets.entries.map(\.key) == ["source", "year", "month", "author"])
        #expect(result.total == SearchTotal(value: 61, relation: .exact))
        let sources = try #require(facets["source"])
        #expect(sources.count == 50)
        #expect(sources.first == FacetCount(value: "Báo 0", count: 4))
        #expect(sources[1] == FacetCount(value: "Báo 10", count: 1))
        #expect(result.facetRest?["source"] == FacetRest(values: 7, articles: 7, without: 1, relation: .exact))
        #expect(facets["year"] == ["2002", "2001", "2000"].map { FacetCount(value: $0, count: 20) })
        #expect(facets["month"]?.map(\.value) == ["2002-05", "2001-05", "2000-05"])
        #expect(facets["author"]?.isEmpty == true)
        #expect(result.facetRest?["author"] == FacetRest(values: 0, articles: 0, without: 61, relation: .exact))
        let none = try await home.service.search(SearchParams(query: "tin", facets: []))
        #expect(none.facets == nil && none.facetRest == nil)
        let nothing = try await home.service.search(SearchParams(query: "zzz", facets: [.year]))
        #expect(nothing.facets?["year"]?.isEmpty == true)
    }
}
