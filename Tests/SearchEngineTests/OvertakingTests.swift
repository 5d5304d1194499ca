import ArticleModel
import IndexSamples
import Synchronization
import TemporaryFolders
import Testing
import Xapian

@testable import Indexing
@testable import Postings
@testable import SearchEngine

@Suite("Searches during commits")
struct OvertakingTests {
    private static let words = ["thanh", "uy", "ha", "noi", "hop", "bao", "cau", "song", "duong", "sat", "nha", "dat"]

    private func article(_ number: Int, edition: Int) -> Article {
        let text = (0..<120).map { Self.words[(number * 7 + $0 * $0 + edition) % Self.words.count] }
        return Article(
            id: "\(number)", title: "So \(number) \(edition)", body: text.joined(separator: " "),
            source: "Bao \(number % 5)")
    }

    /// Each search reads eighty articles and counts all by facets, and each article applied is a commit.
    @Test("A search that is slower than any number of commits ends, and commits continue")
    func slowSearches() async throws {
        let temporary = try TemporaryFolder()
        let first = try await ArticleWriter(folder: temporary.index, purpose: "test")
        _ = try await first.apply(prepared((0..<80).map { article($0, edition: 0) }))
        try await first.close()
        let writer = try await ArticleWriter(folder: temporary.index, purpose: "test", commitBytes: 1)
        let isOver = Mutex(false)
        let reader = ArticleReader(folder: temporary.index)
        var request = SearchRequest(query: Self.words.joined(separator: " OR "), today: sampleToday)
        (request.limit, request.matching, request.facets) = (100, .any, Facet.allCases)

        let writing = Task {
            var edition = 0
            while !isOver.withLock({ $0 }) {
                edition += 1
                _ = try await writer.apply(prepared([article(edition % 80, edition: edition)]))
            }
            return edition
        }
        var revisions: [Int] = []
        while await reader.overtakings < 5 || revisions.count < 5 {
            let result = try await reader.search(request, stop: MatchGuard(limit: .seconds(600)))
            #expect(result.hits.count == 80)
            #expect(result.total == Total(value: 80, isExact: true))
            #expect(result.facets.first { $0.facet == .source }?.values.map(\.count) == [16, 16, 16, 16, 16])
            revisions.append(result.revision)
        }
        isOver.withLock { $0 = true }
        #expect(try await writing.value > 5)
        try await writer.close()
        #expect(revisions == revisions.sorted())
        #expect(Set(revisions).count > 1)
    }
}
