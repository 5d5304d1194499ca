import ArticleModel
import CivilTime
import IndexSamples
import Seeding
import Testing
import Vietnamese

@testable import IndexStorage
@testable import TextCoding

@Suite("The stored form of an article")
struct StoredArticleTests {
    private static let full: Article = {
        var article = Article(id: "số 1", title: "Thành ủy Hà Nội", body: "Dòng một.\nDòng hai.")
        article.date = day(2015, 3, 19)
        article.source = "hanoi.example"
        article.author = "Hồng Hà"
        article.url = "https://hanoi.example/1"
        article.section = "Thời sự"
        article.tags = ["một", "", "ba"]
        article.extra = [ExtraField(name: "views", json: "{\"n\":3}")]
        article.location = ArticleLocation(path: "/a/b.txt", line: 3, column: TextColumn(ascii: 7), layout: .text)
        article.provenance = [Provenance(field: "date", rule: "date-after-title")]
        return article
    }()

    private static let changes: [@Sendable (inout Article) -> Void] = [
        { _ in }, { $0.title = "" }, { $0.body = "" }, { $0.date = nil },
        { $0.date = PublicationDate(day: .first, secondOfDay: 86_399) },
        { $0.date = PublicationDate(day: .last, secondOfDay: 0) },
        { $0.date = PublicationDate(unixSeconds: 1_486_317_600, offset: 25_200) },
        { ($0.date, $0.provenance) = (PublicationDate(unixSeconds: 0, offset: -18_000), []) },
        {
            ($0.date, $0.provenance, $0.extra) = (PublicationDate(unixSeconds: 0, offset: 0), [], [])
        },
        { $0.source = nil }, { $0.source = "" }, { $0.author = nil }, { $0.url = nil }, { $0.section = nil },
        { $0.tags = [] }, { $0.extra = [] }, { $0.location = nil }, { $0.provenance = [] },
        { $0.location = ArticleLocation(path: "", line: .max, column: TextColumn(ascii: .min), layout: .record) },
        {
            $0.location = ArticleLocation(
                path: "/a", line: 1, column: TextColumn(utf8: 9, utf16: 6, utf32: 5), layout: .text)
        },
        { $0.location?.title = TitlePlace(line: 1, column: TextColumn(ascii: 7), isVerbatim: false) },
        {
            let column = TextColumn(utf8: 3, utf16: 1, utf32: 1)
            $0.location = ArticleLocation(
                path: "/a", line: 2, column: column, layout: .text,
                title: TitlePlace(line: 0, column: column, isVerbatim: true))
        },
        { $0.body = String(repeating: "chữ ", count: 5_000) },
        { $0.body = String(repeating: "chữ ", count: 5_000_000) },
        { $0.body = randomText(2_000_000) },
        { ($0.extra, $0.provenance) = ([], []) },
        { $0 = Article(id: "") },
        { $0.title = String(repeating: "Thành ủy ", count: 20_000) },
        { $0.extra = [ExtraField(name: "abstract", json: String(repeating: "người dân ", count: 9_000))] },
    ]

    /// Text that does not compress.
    private static func randomText(_ count: Int) -> String {
        var generator = SeededGenerator(seed: 3)
        let units = (0..<count / 3).map { _ in UInt16.random(in: 0x4E00...0x9FFF, using: &generator) }
        return String(decoding: units, as: UTF16.self)
    }

    private static func record(of article: Article) -> [UInt8] { StoredArticle.encode(article).record }

    @Test("A record gives back every field, present or absent", arguments: changes.indices)
    func roundTrip(change: Int) {
        var article = Self.full
        Self.changes[change](&article)
        let (record, hash) = StoredArticle.encode(article)
        #expect(StoredArticle.decode(record) == article)
        #expect(StoredArticle.decodeUnchecked(record) == article)
        #expect(StoredArticle.hash(of: record) == hash)
        let other = StoredArticle.encode(Self.full).hash
        #expect((hash == other) == (article == Self.full))

        (article.extra, article.provenance) = ([], [])
        article.date?.zoneOffset = nil
        #expect(StoredArticle.decode(record, .text) == article)
        article.body = ""
        #expect(StoredArticle.decode(record, .head) == article)
    }

    @Test("A record of an earlier schema gives back every field", arguments: changes.indices)
    func earlier(change: Int) {
        var article = Self.full
        Self.changes[change](&article)
        let bytes = EarlierRecord.record(of: article)
        // The title's place and the time zone were not kept, and columns were counted in bytes alone.
        article.date?.zoneOffset = nil
        article.location?.title = nil
        if let column = article.location?.column { article.location?.column = TextColumn(ascii: column.utf8) }
        #expect(StoredArticle.decodeEarlier(bytes) == article)
        #expect(StoredArticle.decodeEarlier(bytes + [0]) == nil)
        #expect(StoredArticle.decode(bytes) == nil)
    }

    @Test("A record has half the length of a text that is too short to have repetitions")
    func size() {
        let article = Article(
            id: "1", title: "Khởi công thư viện của huyện",
            body: """
                Sáng nay, Ủy ban nhân dân huyện đã tổ chức lễ khởi công xây dựng thư viện mới. Tham dự buổi lễ có lãnh \
                đạo tỉnh, đại diện các sở, ngành và đông đảo người dân trong khu vực. Theo thiết kế, công trình có diện \
                tích hơn hai nghìn mét vuông, được xây dựng trong thời gian mười tám tháng.
                """)
        let text = article.title.utf8.count + article.body.utf8.count
        #expect(Double(Self.record(of: article).count) < 0.5 * Double(text))
        #expect(StoredArticle.decode(Self.record(of: article)) == article)
    }

    @Test("A truncated or extended record is nil")
    func truncation() {
        let bytes = Self.record(of: Self.full)
        for length in bytes.indices { #expect(StoredArticle.decode(Array(bytes[..<length])) == nil) }
        #expect(StoredArticle.decode(bytes + [0]) == nil)
    }

    @Test("A record with any flipped bit decodes to nil or to the same article")
    func flippedBits() {
        var long = Self.full
        long.body = String(repeating: "Lãnh đạo huyện cho biết công trình sẽ khởi công trong tháng này. ", count: 20)
        for article in [Self.full, long] {
            let bytes = Self.record(of: article)
            for place in bytes.indices {
                for bit in 0..<8 {
                    var damaged = bytes
                    damaged[place] ^= 1 << UInt8(bit)
                    let read = StoredArticle.decode(damaged)
                    #expect(read == nil || read == article)
                    if read == nil { #expect(!StoredArticle.problem(of: damaged).isEmpty) }
                    // Damage outside the text does not affect the text.
                    let head = StoredArticle.decode(damaged, .head)
                    #expect(head == nil || head == StoredArticle.decode(bytes, .head))
                }
            }
        }
    }

    @Test("A record of another version is refused, with its version number")
    func otherVersion() {
        var bytes = Self.record(of: Self.full)
        bytes[0] = 9
        #expect(StoredArticle.decode(bytes) == nil)
        #expect(StoredArticle.problem(of: bytes).contains("version 9"))
        #expect(StoredArticle.hash(of: bytes) == nil)
        bytes[0] = StoredArticle.version
        bytes[2] ^= 1
        #expect(StoredArticle.problem(of: bytes) == "its stored text does not have its hash")
        #expect(StoredArticle.problem(of: []) == "its stored text cannot be read")
    }

    @Test("Decoding any bytes does not trap")
    func noise() {
        var generator = SeededGenerator(seed: 1)
        let bytes = Self.record(of: Self.full)
        for _ in 0..<20_000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                damaged[Int.random(in: 1..<bytes.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            if let article = StoredArticle.decode(damaged) { #expect(article == Self.full) }
            // The readable part of a damaged record has to survive being stored again.
            if let article = StoredArticle.decodeUnchecked(damaged) {
                #expect(StoredArticle.decode(Self.record(of: article)) == article)
            }
            let count = Int.random(in: 0..<60, using: &generator)
            let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let flags = UInt8.random(in: 0...15, using: &generator)
            #expect(StoredArticle.decode([StoredArticle.version, flags] + noise) == nil)
            if let article = StoredArticle.decodeEarlier([1] + noise) {
                #expect(article.body.utf8.count <= 3 * noise.count)
            }
        }
    }

    @Test("Many tasks can write and read records at the same time")
    func concurrency() async {
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    var article = Self.full
                    article.body = String(repeating: "Số \(number) của tháng. ", count: 100 + number)
                    return (0..<20).allSatisfy { _ in StoredArticle.decode(Self.record(of: article)) == article }
                }
            }
            for await isSound in group { #expect(isSound) }
        }
    }

    /// The occurrences of `Self.full`'s words in the text that a record lends, or nil if it is damaged.
    private static func occurrences(_ record: [UInt8]) -> [QueryTermOccurrences.Occurrence]? {
        let sought = QuerySyllables(TypedSyllable.all(in: "người dân Hà Nội"))
        var (occurrences, scratch) = (QueryTermOccurrences(), QueryTermOccurrences.Scratch())
        return StoredArticle.lend(record) { _, text in
            text.look(for: sought, &occurrences, by: &scratch) ? occurrences.all : nil
        }
    }

    /// Long enough to be compressed.
    private static let long: Article = {
        var article = Self.full
        article.body = String(repeating: "Người dân ở Hà Nội và Uyên Hưng. ", count: 5)
        return article
    }()

    @Test("A record lends its text without decoding it, and detects all damage to the text")
    func damagedCodes() throws {
        let record = Self.record(of: Self.long)
        let sound = try #require(Self.occurrences(record))
        #expect(sound.count == 20)
        #expect(StoredArticle.lend(record) { _, text in text.owned.string } == Self.long.body)
        let body = try #require(Array(Self.long.body.utf8).withUnsafeBufferPointer(TextCompression.compress))
        #expect(Array(record.suffix(body.count)) == body)
        for byte in record.count - body.count..<record.count {
            for bit in 0..<8 {
                var damaged = record
                damaged[byte] ^= 1 << bit
                let found = Self.occurrences(damaged)
                #expect(found == nil || found == sound, "byte \(byte), bit \(bit)")
            }
        }
    }

    @Test("A record without a checksum of its text lends it, verified by the hash")
    func withoutSum() throws {
        var record = Self.record(of: Self.long)
        let body = try #require(Array(Self.long.body.utf8).withUnsafeBufferPointer(TextCompression.compress))
        record[record.count - body.count] &= ~4
        record.removeLast(4)
        #expect(StoredArticle.decode(record) == Self.long)
        #expect(Self.occurrences(record)?.count == 20)
        #expect(StoredArticle.lend(record) { _, text in text.owned.string } == Self.long.body)
        for byte in record.count - body.count + 4..<record.count {
            var damaged = record
            damaged[byte] ^= 0x10
            #expect(Self.occurrences(damaged) == nil || StoredArticle.decode(damaged) == Self.long)
        }
    }
}
