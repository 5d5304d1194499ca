import ArticleModel
import IndexSamples
import Testing
import Xapian

@testable import Postings
@testable import SearchEngine

@Suite("Prefixes that match very many terms")
struct BeginningTests {
    /// Six hundred articles, each with a word of its own that begins with `x`, and one that all have.
    private static func index() async throws -> SampleIndex {
        let letters = Array("abcdeghiklmnopqrstuvxy")
        return try await SampleIndex(
            (0..<600).map { number in
                let word = "x\(letters[number % 22])\(letters[number / 22 % 22])\(letters[number / 484])"
                return Article(id: "số-\(number)", title: "", body: "chung \(word)", tags: ["nhãn \(number)"])
            })
    }

    @Test("The most frequent words of a prefix are searched, and the total says so")
    func words() async throws {
        let index = try await Self.index()
        let one = try await index.search("x*")
        #expect(one.total == Total(value: 200, isExact: false))
        #expect(one.hits.count == 200)
        let narrow = try await index.search("xa*")
        #expect(narrow.total == Total(value: narrow.hits.count, isExact: true))
        #expect(narrow.hits.count == 28)
    }

    @Test("Many prefixes in one query share the term limit, and the total says so")
    func manyBeginnings() async throws {
        let index = try await Self.index()
        let query = Array(repeating: "x*", count: 20).joined(separator: " OR ")
        let many = try await index.search(query)
        #expect(!many.total.isExact)
        #expect(many.hits.count == many.total.value)
        #expect((1..<200).contains(many.hits.count))
    }

    @Test("All values of a field that have a prefix are searched", arguments: ["id:\"số-\"*", "tag:nhãn*", "id:số*"])
    func values(query: String) async throws {
        let index = try await Self.index()
        let found = try await index.search(query)
        #expect(found.total == Total(value: 600, isExact: true))
        #expect(found.hits.count == 600)
    }

    @Test("A cancelled search stops reading terms", arguments: ["x*", "tag:nhãn*", "-x*"])
    func stopping(query: String) async throws {
        let index = try await Self.index()
        let stop = MatchGuard(limit: .zero)
        let request = SearchRequest(query: query, today: sampleToday)
        await #expect(throws: SearchError.deadlinePassed) { try await index.reader.search(request, stop: stop) }
    }
}
