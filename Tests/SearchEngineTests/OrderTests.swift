import ArticleModel
import CivilTime
import IndexSamples
import Testing

@testable import SearchEngine

@Suite("The order of hits by date")
struct OrderTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 64)
        // Few days, so that many articles are of the same date.
        return archive.articles(250).map { article in
            var article = article
            article.date = article.date.map { date in
                PublicationDate(
                    day: Day(number: 16_000 + date.day.number % 4), secondOfDay: date.secondOfDay.map { $0 % 3 })
            }
            return article
        }
    }()

    @Test(
        "Every stage puts undated articles last, then sorts equal dates by score, and equal scores by index order",
        arguments: [SearchRequest.Order.newest, .oldest],
        ["thành ủy", "thanh uy hà nội", "\"thành ủy\" covid", "hà -covid", "(đảng OR quận) nội"])
    func stages(order: SearchRequest.Order, query: String) async throws {
        let index = try await SampleIndex(Self.articles)
        for matching in SearchRequest.Matching.allCases {
            let hits = try await index.search(query) { ($0.order, $0.matching) = (order, matching) }.hits
            #expect(hits.count > 1)
            let full = matching == .auto ? hits.prefix { $0.missing.isEmpty }.count : hits.count
            for stage in [hits[..<full], hits[full...]] {
                for (first, second) in zip(stage, stage.dropFirst()) {
                    #expect(Self.stands(first, before: second, order), "\(first.article.id) \(second.article.id)")
                }
            }
        }
    }

    private static func stands(_ first: Hit, before second: Hit, _ order: SearchRequest.Order) -> Bool {
        guard let left = first.article.date else {
            return second.article.date == nil && isBetter(first, second)
        }
        guard let right = second.article.date else { return true }
        if left == right { return isBetter(first, second) }
        return order == .newest ? left > right : left < right
    }

    private static func isBetter(_ first: Hit, _ second: Hit) -> Bool {
        // Weights are sums of the same numbers, not always in the same order.
        if abs(first.score - second.score) > 1e-9 { return first.score > second.score }
        let numbers = [first, second].map { Int($0.article.id.dropFirst()) ?? 0 }
        return numbers[0] < numbers[1] || first.score != second.score
    }
}
