import ArticleModel
import IndexSamples
import Testing

@testable import Indexing
@testable import SearchEngine

@Suite("Suggesting queries")
struct SuggestTests {
    private static let articles = [
        Article(id: "1", title: "Thành ủy Hà Nội họp", body: "Sáng nay Thành ủy Hà Nội bàn việc của thành phố Hà Nội."),
        Article(id: "2", title: "Thành phố Hải Phòng", body: "Thành phố Hải Phòng xây cầu. Hóa học là môn khó."),
        Article(id: "3", title: "Nguyễn Thanh Uy", body: "Một người thanh niên ở Hà Nội học hóa học, thành phố đông."),
        Article(id: "4", title: "Trường học", body: "Trường hợp này khác. Điện thoại reo trong trường học."),
        Article(id: "5", title: "Thành ủy Huế", body: "Thành ủy Huế và thành phố Huế."),
    ]

    private func suggest(_ query: String, limit: Int = 10) async throws -> [Suggestion] {
        let index = try await SampleIndex(Self.articles)
        let found = try await index.reader.suggestions(for: query, limit: limit).suggestions
        return withExtendedLifetime(index) { found }
    }

    private func queries(_ query: String, _ kind: Suggestion.Kind) async throws -> [String] {
        try await suggest(query).filter { $0.kind == kind }.map(\.query)
    }

    @Test(
        "Marks are restored as in the texts, and typed marks are kept",
        arguments: [
            ("thanh uy ha noi", "thành ủy hà nội"), ("truong hoc", "trường học"), ("truong hop", "trường hợp"),
            ("Nguyen Thanh Uy", "Nguyễn Thanh Uy"), ("hoa hoc", "hóa học"), ("thành uy hue", "thành ủy huế"),
            ("source:x thanh pho", "source:x thành phố"), ("\"thanh pho hai phong", "\"thành phố hải phòng"),
        ])
    func marks(_ typed: String, _ restored: String) async throws {
        #expect(try await queries(typed, .marks) == [restored])
    }

    @Test("The last syllable is completed, the most frequent after the one before it first")
    func completion() async throws {
        #expect(try await queries("thanh ph", .completion) == ["thành phố"])
        #expect(
            Set(try await queries("thành phố h", .completion)) == ["thành phố hà", "thành phố hải", "thành phố huế"])
        #expect(try await queries("dien th", .completion) == ["điện thoại"])
        #expect(try await queries("nguy", .completion) == ["nguyễn"])
        #expect(try await queries("thành phố hả", .completion) == ["thành phố hải"])
    }

    @Test("A vowel with its mark can still get a tone")
    func unfinishedTone() async throws {
        #expect(try await queries("hà nôi", .completion) == ["hà nội"])
    }

    @Test("After a space the next syllable is suggested")
    func nextSyllable() async throws {
        #expect(try await queries("dien ", .completion) == ["điện thoại"])
    }

    @Test(
        "Telex and VNI are decoded if the index has the result more often",
        arguments: [
            ("thanhf uyr", "thành ủy"), ("tha2nh u3y", "thành ủy"), ("ddieenj thoaij", "điện thoại"),
            ("haf nooij", "hà nội"),
        ])
    func inputMethods(_ typed: String, _ decoded: String) async throws {
        let found = try await suggest(typed)
        #expect(found.first?.query == decoded)
        #expect(found.first?.kind == .inputMethod)
    }

    @Test(
        "A syllable that is in no article is corrected with the help of its neighbours",
        arguments: [
            ("thnah pho", "thành phố"), ("truong hocj", "trường học"), ("hoahoc", "hóa học"),
            ("thanh phoo", "thành phố"), ("thãnh phố", "thành phố"),
        ])
    func corrections(_ typed: String, _ corrected: String) async throws {
        let found = try await suggest(typed)
        #expect(found.first?.query == corrected)
        #expect(found.first.map { [.correction, .inputMethod].contains($0.kind) } == true)
    }

    @Test(
        "Words are joined, split and numbers padded as the archive writes them",
        arguments: [
            ("covid19", "covid 19"), ("i-phone", "iphone"), ("i phone 5", "iphone 5"), ("30/04", "30/4"),
            ("2/9", "02/09"),
            ("le 30/04", "lễ 30/4"), ("thang 04", "tháng 4"), ("hochiminh", "hồ chí minh"), ("quan1", "quận 1"),
            ("source:x covid19", "source:x covid 19"), ("covid - covid19", "covid - covid 19"),
        ])
    func spacing(_ typed: String, _ meant: String) async throws {
        let index = try await SampleIndex([
            Article(id: "1", title: "Covid-19 ở Quận 1", body: "Lễ 30/4 và 02/09. Thành phố Hồ Chí Minh, iPhone 5."),
            Article(id: "2", title: "Hồ Chí Minh", body: "Tháng 4 ở quận 1."),
        ])
        let found = try await index.reader.suggestions(for: typed, limit: 10).suggestions
        #expect(found.first?.query == meant)
        #expect(found.first?.kind == .correction)
        let replacements = try await index.reader.replacements(for: typed)
        #expect(replacements.map(\.query) == [meant])
    }

    @Test(
        "What the archive has as typed is neither joined nor split, nor is a word that goes on",
        arguments: ["covid", "hà nội", "i p", "30/4", "04", "thanh 4", "x99", "4/3"])
    func spacingOfKnownWords(_ typed: String) async throws {
        let index = try await SampleIndex([
            Article(id: "1", title: "Hà Nội", body: "Covid 30/4, iPhone, han gỉ, thanh, phố."),
            Article(id: "2", title: "i p", body: "04"),
        ])
        #expect(try await index.reader.replacements(for: typed).isEmpty)
        let found = try await index.reader.suggestions(for: typed, limit: 10).suggestions
        #expect(!found.contains { $0.kind == .correction })
        // The last word may go on: ha n is the beginning of hà nội, not han.
        let unfinished = try await index.reader.suggestions(for: "ha n", limit: 10).suggestions
        #expect(unfinished.map(\.query) == ["hà nội"])
    }

    @Test("A misprint is corrected beside a word that is split; a field gets its value before either")
    func several() async throws {
        let index = try await SampleIndex([Article(id: "1", title: "Thành phố có Covid-19", body: "Thành phố.")])
        #expect(
            try await index.reader.replacements(for: "thnah pho covid19").map(\.query)
                == ["thành phố covid 19", "thnah phố covid 19"])
        let attached = try await index.reader.replacements(for: "date: 2015 covid19")
        #expect(attached.map(\.query).first == "date:2015 covid19")
        #expect(attached.map(\.kind).first == .field)
    }

    @Test(
        "A tone that some article has is not a typing error, nor is a number",
        arguments: ["hợp hoc", "trường thanh", "thành phố 2099"])
    func noError(_ typed: String) async throws {
        #expect(try await queries(typed, .correction).isEmpty)
    }

    @Test(
        "Correct, empty and unknown texts get no suggestion",
        arguments: ["", "   ", "\"", "zzzzzzz qqqqq"])
    func nothing(_ typed: String) async throws {
        #expect(try await suggest(typed).isEmpty)
    }

    @Test("The typed text is never suggested, no suggestion comes twice, and the limit holds")
    func distinct() async throws {
        let index = try await SampleIndex(Self.articles)
        for typed in ["t", "th", "thanh", "thành", "thành ph", "thành phố", "ha noi", "Hà Nội", "h", "học ", "tp.h"] {
            let found = try await index.reader.suggestions(for: typed, limit: 4).suggestions.map(\.query)
            #expect(!found.contains(typed))
            #expect(Set(found).count == found.count)
            #expect(found.count <= 4)
        }
    }

    @Test("New articles of a small archive are used at once")
    func freshness() async throws {
        let index = try await SampleIndex(Self.articles)
        #expect(try await index.reader.suggestions(for: "ghe th", limit: 5).suggestions.isEmpty)
        let writer = try await ArticleWriter(folder: index.folder, purpose: "test")
        _ = try await writer.apply(prepared([Article(id: "6", title: "Ghe thuyền")]))
        try await writer.close()
        let found = try await index.reader.suggestions(for: "ghe th", limit: 5).suggestions
        #expect(found.map(\.query) == ["ghe thuyền"])
    }

    @Test("The reported maximum bounds the number of articles with the adjacent words")
    func bound() async throws {
        let index = try await SampleIndex(Self.articles)
        for typed in ["thanh ph", "thanh u", "ha n", "thanh uy ha noi"] {
            for suggestion in try await index.reader.suggestions(for: typed, limit: 10).suggestions {
                let total = try await index.search("\"\(suggestion.query)\"").total.value
                #expect(total <= suggestion.maximumDocumentFrequency ?? -1)
            }
        }
    }
}

@Suite("Edit distance of syllables")
struct EditDistanceTests {
    @Test(
        "The distance counts insertions, deletions, substitutions and swaps",
        arguments: [
            ("thanh", "thanh", 0), ("thanh", "thnah", 1), ("thanh", "than", 1), ("thanh", "thaanh", 1),
            ("thanh", "chanh", 1), ("thanh", "tranhs", 2), ("a", "bc", 2), ("ab", "ba", 1),
        ])
    func distance(_ first: String, _ second: String, _ distance: Int) {
        let (left, right) = (Array(first.utf8), Array(second.utf8))
        #expect(EditDistance.within(2, left, right[...]) == distance)
        #expect(EditDistance.within(2, right, left[...]) == distance)
    }

    @Test("A distance beyond its limit is nil")
    func limit() {
        #expect(EditDistance.within(1, Array("thanh".utf8), Array("trang".utf8)[...]) == nil)
        #expect(EditDistance.within(1, Array("a".utf8), Array("abc".utf8)[...]) == nil)
    }
}
