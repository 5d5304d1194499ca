import ArticleModel
import IndexSamples
import Seeding
import Testing

@testable import SearchEngine

@Suite("Similar articles")
struct SimilarTests {
    /// Articles of 200 syllables, each about a few things of its own among words that all of them use.
    private static func texts(_ count: Int) -> [[String]] {
        var generator = SeededGenerator(seed: 77)
        let common = ["của", "và", "một", "trong", "năm", "người", "được", "các", "cho", "với", "không", "đã"]
        let onsets = ["b", "ch", "d", "g", "h", "kh", "l", "m", "n", "ph", "qu", "s", "t", "th", "tr", "v", "x"]
        let rimes = ["an", "ang", "ao", "ay", "em", "en", "in", "inh", "oan", "oi", "ong", "ung", "uong", "y"]
        let topics = onsets.flatMap { onset in rimes.map { onset + $0 } }
        return (0..<count).map { _ in
            let own = (0..<8).map { _ in topics[Int.random(in: 0..<topics.count, using: &generator)] }
            return (0..<200).map { _ in
                let words = Bool.random(using: &generator) ? common : own
                return words[Int.random(in: 0..<words.count, using: &generator)]
            }
        }
    }

    @Test("The other half of an article is most similar to the first half")
    func halves() async throws {
        let articles = Self.texts(120).enumerated().flatMap { number, words in
            [
                Article(id: "\(number)a", title: "", body: words.prefix(100).joined(separator: " ")),
                Article(id: "\(number)b", title: "", body: words.suffix(100).joined(separator: " ")),
            ]
        }
        let index = try await SampleIndex(articles)
        var first = 0
        for number in 0..<120 {
            for (half, other) in [("a", "b"), ("b", "a")] {
                let ids = try await index.reader.similar(SimilarRequest(id: "\(number)\(half)")).hits.map(\.article.id)
                #expect(!ids.contains("\(number)\(half)"))
                if ids.first == "\(number)\(other)" { first += 1 }
            }
        }
        #expect(first >= 235, "\(first) of 240")
    }

    @Test("A near-duplicate comes first, and articles that share a single pair come last")
    func nearDuplicates() async throws {
        let index = try await SampleIndex([
            Article(
                id: "a", title: "Cầu mới qua sông", body: "Cây cầu mới qua sông Đào thông xe sáng nay sau hai năm."),
            Article(id: "copy", title: "Cầu mới qua sông", body: "Cây cầu mới qua sông Đào thông xe sáng nay."),
            Article(id: "near", title: "Thông xe cầu", body: "Cây cầu mới qua sông Đào."),
            Article(id: "far", title: "Họp", body: "Sáng nay xã họp."),
            Article(id: "none", title: "Giá vàng", body: "Tăng."),
        ])
        #expect(
            try await index.reader.similar(SimilarRequest(id: "a")).hits.map(\.article.id) == ["copy", "near", "far"])
    }

    @Test("Articles similar to a one-word article are those that have the word")
    func short() async throws {
        let index = try await SampleIndex([
            Article(id: "a", title: "Hạn hán"), Article(id: "b", title: "Chống hạn"), Article(id: "c", title: "Lũ"),
            Article(id: "d", title: "", body: "Hạn"),
        ])
        #expect(try await index.reader.similar(SimilarRequest(id: "d")).hits.map(\.article.id).sorted() == ["a", "b"])
        #expect(try await index.reader.similar(SimilarRequest(id: "c")).hits.isEmpty)
        await #expect(throws: SearchError.unknownArticle(id: "x")) {
            try await index.reader.similar(SimilarRequest(id: "x"))
        }
    }

    @Test("Pages of similar articles are consistent, whatever their size")
    func pages() async throws {
        var archive = InventedArchive(seed: 5)
        let articles = archive.articles(80)
        let index = try await SampleIndex(articles)
        func ids(_ id: String, _ offset: Int, _ limit: Int) async throws -> [String] {
            var request = SimilarRequest(id: id)
            (request.offset, request.limit) = (offset, limit)
            return try await index.reader.similar(request).hits.map(\.article.id)
        }
        for id in ["a1", "a20", "a55"] {
            let whole = try await ids(id, 0, .max)
            #expect(Set(whole).count == whole.count && !whole.contains(id))
            var walked: [String] = []
            for offset in stride(from: 0, through: whole.count, by: 7) { walked += try await ids(id, offset, 7) }
            #expect(walked == whole)
        }
    }
}
