import ArticleModel
import IndexSamples
import Testing

@testable import IndexStorage
@testable import SearchEngine

@Suite("Explanations of a hit's rank")
struct ExplanationTests {
    private static let articles = [
        Article(id: "1", title: "Thành ủy họp", body: "Sáng nay Thành ủy Hà Nội họp.", date: day(2015, 3, 19)),
        Article(id: "2", title: "Nguyễn Thanh Uy", body: "Một người ở Hà Nội, thanh tra thành phố."),
        Article(id: "3", title: "Chợ nổi", body: "Ghe thuyền trên sông."),
    ]

    private func explained(_ query: String) async throws -> SearchResult {
        try await SampleIndex(Self.articles).search(query) { $0.wantsExplanation = true }
    }

    @Test("An explanation is given on request only")
    func unasked() async throws {
        let result = try await SampleIndex(Self.articles).search("hà nội")
        #expect(result.explanation == nil)
        #expect(result.hits.allSatisfy { $0.explanation == nil })
    }

    @Test(
        "The terms add up to the weight; the weight, share and proximity add up to the score",
        arguments: ["thanh uy ha noi 2015", "thành ủy hà nội", "\"hà nội\" thanh -sông", "thanh OR (chợ nổi)", "th*"])
    func sums(query: String) async throws {
        let result = try await explained(query)
        #expect(!result.hits.isEmpty)
        for hit in result.hits where hit.missing.isEmpty {
            let explanation = try #require(hit.explanation)
            let sum = explanation.terms.reduce(0) { $0 + $1.weight }
            #expect(abs(sum - explanation.weight) < 1e-6, "\(query): \(hit.article.id)")
            #expect(hit.score == explanation.share + (explanation.proximity?.value ?? 0))
            #expect((0...1).contains(explanation.share))
        }
        #expect(result.hits.contains { $0.explanation?.share == 1 })
    }

    @Test("An explanation has the tree, and each term with kind and document frequency")
    func terms() async throws {
        let explanation = try #require(try await explained("thành uy 2015").explanation)
        #expect(explanation.tree == "(all (word thành) (word uy) (word 2015))")
        func frequency(_ text: String, _ kind: TermPrefix) -> Int? {
            explanation.terms.first { $0.text == text && $0.kind == kind }?.documentFrequency
        }
        #expect(frequency("thanh uy", .foldedBigram) == 2)
        #expect(frequency("2015", .year) == 1)
        #expect(explanation.terms.first { $0.text == "uy" }?.isAnyReading == true)
        #expect(explanation.terms.first { $0.text == "2015" }?.isAnyReading == false)
        #expect(explanation.hasEveryTerm)
        #expect(frequency("thành", .syllable) == 2)
    }

    @Test("An explanation stops at its limit of terms, and says so")
    func manyTerms() async throws {
        let words = (0..<90).map { "th\($0)" }.joined(separator: " ")
        let index = try await SampleIndex([Article(id: "1", title: "", body: words)])
        let explanation = try #require(try await index.search("th*") { $0.wantsExplanation = true }.explanation)
        #expect(explanation.terms.count == QueryExplainer.termLimit)
        #expect(!explanation.hasEveryTerm)
    }
}
