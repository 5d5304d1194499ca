import ArticleModel
import CivilTime
import Measuring
import Seeding

/// Articles of invented news that are the same on every run.
enum InventedArticles {
    private static let words = [
        "thành", "phố", "đường", "sắt", "trên", "cao", "học", "sinh", "hòa", "bình", "thủy", "lợi", "quy", "hoạch",
        "chợ",
        "mới", "người", "dân", "xe", "buýt", "cho", "an", "ninh", "giao", "thông", "đô", "thị", "sông", "hồng", "mưa",
    ]

    /// The given number of articles, dated in three years and undated in turns.
    static func make(_ count: Int, words length: Int = 80, seed: UInt64 = 1) -> [Article] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { number in
            func run(_ length: Int) -> String {
                (0..<length).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }
                    .joined(separator: " ")
            }
            let day = number % 4 == 3 ? nil : Day(year: 2015 + number % 4, month: 5, day: 1 + number % 28)
            return Article(
                id: "a\(number)", title: run(5), body: run(length), date: day.map { PublicationDate(day: $0) })
        }
    }

    /// The same articles as an archive.
    static func archive(_ count: Int) -> Archive { Archive(name: "invented", articles: make(count)) }
}
