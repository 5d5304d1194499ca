import JSON
import Measuring
import Seeding

/// An invented article that can be regenerated from its number and version.
///
/// This allows comparing it with the contents of an index.
struct NumberedArticle: Hashable {
    let number: Int
    let version: Int

    private static let syllables = """
        bưu điện thành phố vừa mở thêm một tuyến xe buýt nối hai bờ sông đường sắt trên cao chạy qua chợ cũ người dân phường \
        bảy góp ý về quy hoạch công viên trường học đợt mưa lớn đầu tháng làm ngập nhiều ngõ nhỏ thư viện quận nhận sách tặng \
        của bạn đọc vườn chè bên sườn đồi năm nay được mùa giá gạo ổn định nghệ nhân làng gốm kể chuyện nghề
        """.split(separator: " ").map(String.init)

    var id: String { "bai-\(number)" }

    var title: String { "Bài số \(number), bản \(version)" }

    var body: String {
        var numbers = SeededGenerator(seed: UInt64(number) << 24 | UInt64(version))
        let count = Int.random(in: 40...300, using: &numbers)
        let words = (0..<count).map { _ in
            Self.syllables[Int.random(in: 0..<Self.syllables.count, using: &numbers)]
        }
        return words.joined(separator: " ")
    }

    /// The article as a client sends it.
    func json() throws -> JSONValue {
        try JSONValue(parsing: Array(#"{"id": "\#(id)", "title": "\#(title)", "body": "\#(body)"}"#.utf8))
    }
}
