import ArticleModel
import Foundation
import IndexSamples
import Testing

@Suite("Values that a query names")
struct ValueTests {
    private static let article: Article = {
        var article = Article(id: "Bài-1", title: "Chỉ thị 35–CT/TW và 168/2018/NĐ-CP", body: "chữ")
        article.source = "Báo Hà Nội Mới"
        article.author = "một hai ba bốn năm sáu bảy tám chín mười"
        article.section = "Thời sự"
        article.tags = ["giáo dục", "y tế"]
        article.url = "https://www.HaNoi.example/Bai/?a=1"
        article.location = record("/kho/2015/bài 1.jsonl")
        return article
    }()

    @Test(
        "A query for a value of the article finds it",
        arguments: [
            "ref:35-CT/TW", "ref:35–ct/tw", "ref:35\u{2011}CT*", "sốhiệu:168/2018/nđ-cp", "ref:168/2018/ND-CP",
            "source:\"ha noi\"", "source:\"hà nội mới\"", "nguồn:mới", "source:\"hà nộ\"*", "source:\"bao ha n\"*",
            "author:\"hai ba bon nam sau bay tam chin muoi\"", "author:\"một hai ba bốn năm sáu bảy tám chín mười\"",
            "author:\"mot hai ba bon nam sau bay tam chin mu\"*", "tag:\"giáo dục\"", "tag:y", "section:\"thoi su\"",
            "url:hanoi.example", "url:http://hanoi.example/bai/?a=1", "url:www.hanoi*", "id:Bài-1", "id:Bài*",
            "path:/kho", "path:/kho/2015/", "path:/kho/2015/*", "path:\"/kho/2015/bài 1.jsonl\"", "path:/kho/20*",
        ])
    func found(query: String) async throws {
        let index = try await SampleIndex([Self.article, Article(id: "other", title: "chữ")])
        #expect(try await index.ids(query) == ["Bài-1"])
    }

    @Test("A path finds the files of just that spelling, and where there are none, those spelled otherwise")
    func pathSpellings() async throws {
        let names = ["/kho/\u{1ED1}/a", "/kho/o\u{302}\u{301}/a", "/m\u{E1}c/\u{1ED1}", "/macbook/a\u{301}"]
        let articles = names.map { name in
            var article = Article(id: "\(name.unicodeScalars.count)\(name.prefix(3))", title: "chữ")
            article.location = record(name)
            return article
        }
        let index = try await SampleIndex(articles)
        let expected = [
            ("path:/kho/\u{1ED1}", 0), ("path:/kho/o\u{302}\u{301}/a", 1), ("path:/kho/o\u{302}*", 1),
            ("path:/ma\u{301}c/o\u{302}\u{301}", 2), ("path:/ma\u{301}c/*", 2), ("path:/macbook/\u{E1}", 3),
        ]
        for (query, place) in expected { #expect(try await index.ids(query) == [articles[place].id], "\(query)") }
        #expect(try await index.ids("path:/kho/\u{1ED3}").isEmpty)
    }

    @Test(
        "A query for any other value does not find the article",
        arguments: [
            "ref:35-CT", "ref:CT/TW", "source:\"hạ nội\"", "source:\"nội hà\"", "source:\"báo mới\"",
            "source:\"há n\"*",
            "author:\"hai ba bon nam sau bay tam chin mười một\"", "author:\"mot hai ba bon nam sau bay tam muoi\"",
            "tag:\"dục y\"", "url:example", "id:bài-1", "id:Bài", "path:/kho/2015/bài", "path:/kho/20/*", "path:kho",
        ])
    func notFound(query: String) async throws {
        let index = try await SampleIndex([Self.article, Article(id: "other", title: "chữ")])
        #expect(try await index.ids(query).isEmpty)
    }

    /// A value longer than a term, in parts of which each makes the one before it longer.
    private static let long = (1...8).map { String(repeating: "chuyên-mục-\($0)-", count: 3) + "hết" }

    private static let longValues: [Article] = ["a", "b"].map { name in
        var article = Article(id: "\(name):" + long.joined(), title: "chữ", body: name)
        article.url = "https://bao.example/" + long.joined(separator: "/") + "/" + name
        article.location = record("/kho/" + long.joined(separator: "/") + "/\(name).jsonl")
        return article
    }

    @Test("The beginning of a value of any length finds it, and excludes it", arguments: 1...8)
    func longBeginnings(parts: Int) async throws {
        let index = try await SampleIndex(Self.longValues + [Article(id: "c", title: "chữ")])
        let (a, b) = (Self.longValues[0].id, Self.longValues[1].id)
        let path = "/kho/" + Self.long.prefix(parts).joined(separator: "/")
        let url = "bao.example/" + Self.long.prefix(parts).joined(separator: "/")
        let decomposed = path.decomposedStringWithCanonicalMapping
        for query in [
            "path:\"\(path)\"*", "path:\"\(path)/\"*", "path:\"\(path)\"", "url:\"\(url)\"*",
            "path:\"\(decomposed)\"*", "path:\"\(decomposed)\"",
        ] {
            #expect(try await index.ids(query).sorted() == [a, b], "\(query)")
            #expect(try await index.ids("chữ -\(query)") == ["c"], "-\(query)")
        }
        #expect(try await index.ids("path:\"\(path)x\"*").isEmpty)
        #expect(try await index.ids("url:\"\(url)x\"*").isEmpty)
        #expect(try await index.ids("id:\"a:\(Self.long.prefix(parts).joined())\"*") == [a])
        #expect(try await index.ids("chữ -id:\"a:\(Self.long.prefix(parts).joined())\"*").sorted() == [b, "c"])
    }
}
