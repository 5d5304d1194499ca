package import ArticleModel
import CivilTime
import Seeding

/// Invents small articles from few syllables, many of them homographs once their marks are removed.
///
/// Every syllable is spelled in its canonical form (lower case, composed, tone mark where the key has it), so that two
/// syllables are the same exactly when their strings are.
package struct InventedArchive {
    /// Each marked spelling with its letters alone.
    package static let syllables: [(marked: String, bare: String)] = [
        ("thành", "thanh"), ("thanh", "thanh"), ("thánh", "thanh"), ("ủy", "uy"), ("uy", "uy"), ("úy", "uy"),
        ("nội", "noi"), ("nôi", "noi"), ("noi", "noi"), ("hà", "ha"), ("hạ", "ha"), ("đảng", "dang"),
        ("đang", "dang"), ("dang", "dang"), ("quận", "quan"), ("quân", "quan"), ("covid", "covid"), ("tp", "tp"),
        ("hcm", "hcm"), ("2015", "2015"), ("1945", "1945"), ("35", "35"), ("tha", "tha"), ("quá", "qua"),
        ("kỹ", "ky"), ("kĩ", "ki"), ("hy", "hy"), ("hi", "hi"), ("bắc", "bac"), ("kạn", "kan"), ("cạn", "can"),
    ]
    package static let bare = Dictionary(syllables.map { ($0.marked, $0.bare) }) { first, _ in first }

    package static let sources = ["Hà Nội", "hanoi.example", "Quân Đảng", "Thanh Hà"]
    package static let authors = ["Uy Thành Nội", "Hà Thanh", "Quận Ủy", "Đảng Hà Thánh", "Nội"]
    package static let tags = ["đang quá", "covid", "thành nội", "Quân Uy", "noi"]
    package static let references = ["35-CT/TW", "168/2018/NĐ-CP", "15/2013/QH13"]
    package static let folders = ["/archive/2014", "/archive/2015", "/archive/2015b", "/archive/2015/Q1"]
    package static let urls = ["https://www.hanoi.example/bai", "http://quan.example/a", "https://hanoi.example"]

    private var generator: SeededGenerator

    package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    package mutating func articles(_ count: Int) -> [Article] { (0..<count).map { article(number: $0) } }

    private mutating func article(number: Int) -> Article {
        var article = Article(id: "a\(number)")
        article.title = maybe(0.85) ? text(syllables: 1...5) : ""
        article.body = maybe(0.9) || article.title.isEmpty ? text(syllables: 1...25) : ""
        if maybe(0.85) {
            article.date = PublicationDate(
                day: Day(number: Int.random(in: 15_900...17_000, using: &generator)),
                secondOfDay: maybe(0.5) ? Int.random(in: 0..<86_400, using: &generator) : nil)
        }
        article.source = maybe(0.8) ? pick(Self.sources) : nil
        article.author = maybe(0.6) ? pick(Self.authors) : nil
        article.section = maybe(0.3) ? pick(Self.tags) : nil
        article.tags = (0..<Int.random(in: 0...2, using: &generator)).map { _ in pick(Self.tags) }
        article.url = maybe(0.5) ? pick(Self.urls) + (maybe(0.5) ? "/\(number)" : "") : nil
        if maybe(0.7) {
            article.location = ArticleLocation(
                path: pick(Self.folders) + "/\(number % 40).txt", line: number, column: .start, layout: .record)
        }
        return article
    }

    private mutating func text(syllables count: ClosedRange<Int>) -> String {
        var text = ""
        for _ in 0..<Int.random(in: count, using: &generator) {
            if !text.isEmpty { text += pick([" ", " ", " ", " ", ", ", ". ", "\n", " – "]) }
            if maybe(0.03) {
                text += pick(Self.references)
            } else if maybe(0.04) {
                text += "tp.hcm"
            } else {
                let syllable = pick(Self.syllables).marked
                text += maybe(0.2) ? syllable.prefix(1).uppercased() + syllable.dropFirst() : syllable
            }
        }
        return text
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &generator)]
    }

    private mutating func maybe(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &generator) < probability
    }
}
