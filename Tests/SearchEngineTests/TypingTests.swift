import ArticleModel
import IndexSamples
import Testing

@testable import Postings

@Suite("Searching while a word is being typed")
struct TypingTests {
    /// More words that begin with one letter than are all searched.
    private static let articles =
        (0..<60).map { number -> Article in
            let letters = "abcdeghiklmnopqrstuvxy"
            let first = letters[letters.index(letters.startIndex, offsetBy: number % 22)]
            let second = letters[letters.index(letters.startIndex, offsetBy: number / 22)]
            return Article(id: "n\(number)", title: "Tin số", body: "Từ lạ là t\(first)\(second) ở đây.")
        } + [
            Article(id: "uy", title: "Thành ủy", body: "Thành ủy họp bàn."),
            Article(id: "pho", title: "Thành phố", body: "Thành phố đông người."),
            Article(id: "none", title: "Quê", body: "Bờ ao."),
        ]

    @Test("Every hit of a letter has a word with that prefix, and the total is a lower bound")
    func letter() async throws {
        let index = try await SampleIndex(Self.articles)
        let result = try await index.search("t") {
            $0.isTyping = true
            $0.limit = 10
        }
        #expect(result.hits.count == 10)
        #expect(!result.hits.contains { $0.article.id == "none" })
        #expect(!result.total.isExact)
        let whole = try await index.search("t*").total.value
        #expect(result.total.value <= whole)
    }

    @Test("After another word every article is found, whatever its word is")
    func behindWord() async throws {
        let index = try await SampleIndex(Self.articles)
        for query in ["tin t", "thành p", "thanh u", "đông n"] {
            let typed = try await index.ids(query) {
                $0.isTyping = true
                $0.matching = .all
            }
            let asked = try await index.ids(query + "*") { $0.matching = .all }
            #expect(Set(typed) == Set(asked), "\(query)")
        }
    }

    @Test("The most usual completion comes first")
    func order() async throws {
        let index = try await SampleIndex(Self.articles)
        let ids = try await index.ids("thành ph") { $0.isTyping = true }
        #expect(ids.first == "pho")
    }

    @Test("A word with few completions is counted exactly")
    func few() async throws {
        let index = try await SampleIndex(Self.articles)
        let result = try await index.search("qu") { $0.isTyping = true }
        #expect(result.hits.map(\.article.id) == ["none"])
        #expect(result.total == Total(value: 1, isExact: true))
    }

    @Test("A prefix with marks finds only words with that prefix")
    func marked() async throws {
        let index = try await SampleIndex(Self.articles)
        let ids = try await index.ids("ủ") { $0.isTyping = true }
        #expect(ids == ["uy"])
    }
}
