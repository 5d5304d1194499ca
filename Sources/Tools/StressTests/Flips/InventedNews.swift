import JSON
import Measuring
import Seeding

/// Invented articles of Vietnamese syllables, as JSON objects; the same ones for the same seed.
struct InventedNews {
    private static let beginnings = [
        "b", "c", "d", "đ", "g", "h", "kh", "l", "m", "n", "nh", "ph", "qu", "s", "t", "th", "tr", "v", "x",
    ]
    private static let endings = [
        "a", "á", "à", "an", "án", "ang", "ao", "ấp", "âu", "ấy", "ăm", "ẻ", "em", "êm", "i", "ía", "iên", "iệt", "ình",
        "o", "ó", "oà", "ong", "ô", "ối", "ội", "ơn", "ớ", "u", "ú", "ủa", "uân", "ung", "ước", "ường", "uyện", "y",
        "ỹ",
    ]
    private static let sources = ["Thời báo Sông Hồng", "Tin Cửa Biển", "Diễn đàn Đất Mới"]
    private static let authors = ["Lê Bến Nghé", "Hồng Kim Thoa", "Vũ Đồng Xanh", "Trần Cát Tường"]

    private var numbers: SeededGenerator

    /// Creates articles from a seed.
    init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

    /// Returns another article.
    mutating func article(id: String) -> JSONValue {
        let body = (0..<Int.random(in: 2...6, using: &numbers)).map { _ in sentence(8...40) }.joined(separator: "\n")
        let fields: [(String, String)] = [
            ("id", id), ("title", sentence(3...9)), ("body", body), ("source", pick(Self.sources)),
            ("author", pick(Self.authors)), ("date", day()), ("url", "https://tin.example/\(id)"),
        ]
        var writer = JSONWriter()
        writer.object { writer in
            for (name, value) in fields { writer.field(name, value) }
        }
        return (try? JSONValue(parsing: writer.bytes)) ?? .emptyObject
    }

    /// A run of syllables, in which frequent ones occur much more often than rare ones.
    mutating func sentence(_ length: ClosedRange<Int>) -> String {
        (0..<Int.random(in: length, using: &numbers)).map { _ in syllable() }.joined(separator: " ") + "."
    }

    private mutating func syllable() -> String {
        let (heads, tails) = (Self.beginnings, Self.endings)
        let place = Double.random(in: 0..<1, using: &numbers)
        let rank = Int(place * place * place * Double(heads.count * tails.count))
        return heads[rank % heads.count] + tails[rank / heads.count]
    }

    private mutating func day() -> String {
        let (year, month) = (Int.random(in: 2003...2024, using: &numbers), Int.random(in: 1...12, using: &numbers))
        let day = Int.random(in: 1...28, using: &numbers)
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    private mutating func pick(_ values: [String]) -> String {
        values[Int.random(in: 0..<values.count, using: &numbers)]
    }
}
