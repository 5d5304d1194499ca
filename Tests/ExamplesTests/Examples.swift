import ArticleModel
import Articles
import CivilTime
import Foundation
import IndexStorage
import Indexing
import JSON
import QueryLanguage
import SearchEngine
import SearchProtocol
import Settings
import TemporaryFolders
import Testing
import Vietnamese
import YAML

@Suite("Examples in the documentation")
struct Examples {
    @Test("Folding a text")
    func folding() throws {
        let folded = fold("Đồng bằng sông Cửu Long")
        #expect(folded == "dong bang song cuu long")
    }

    @Test("The syllables of a text")
    func syllables() throws {
        let syllables = Syllables("Hà Nội, hoà bình")
        let keys = syllables.indices.map { String(decoding: syllables.folded(at: $0), as: UTF8.self) }
        #expect(keys == ["ha", "noi", "hoa", "binh"])
    }

    @Test("A month as a range of days")
    func days() throws {
        let march = DayRange(year: 2015, month: 3)
        let isInMarch = march?.contains(Day(number: 16_513))
        #expect(isInMarch == true)
    }

    @Test("Reading YAML")
    func yaml() throws {
        let document = try YAMLReader.read("title: Cầu mới\ntags: [cầu, đường]\n")
        if case .mapping(let pairs) = document?.content {
            #expect(pairs.map(\.key.text) == ["title", "tags"])
        } else {
            Issue.record("no mapping")
        }
    }

    @Test("Reading JSON")
    func json() throws {
        let value = try JSONValue(parsing: Array(#"{"title": "Cầu mới", "views": 12}"#.utf8))
        let title = value["title"]?.string
        #expect(title == "Cầu mới")
    }

    @Test("Splitting bytes into frames")
    func frames() throws {
        var decoder = FrameDecoder(sizeLimit: 1 << 20)
        decoder.append(Framing.contentLength.frame(Array("{}".utf8)))
        let message = try decoder.next()
        #expect(message == Array("{}".utf8))
    }

    @Test("Resolving the settings")
    func settings() throws {
        let settings = try Settings.resolve(
            options: SettingOptions(index: "/srv/archive/index"), environment: ["HOME": "/home/lan"])
        #expect(settings.index == "/srv/archive/index" && settings.window == 10_000)
    }

    @Test("Parsing a query")
    func query() throws {
        let parser = QueryParser(fields: [], today: Day(number: 16_513))
        let tree = try parser.parse("thanh uy \"hà nội\" -covid")
        if case .all(let children) = tree.kind {
            #expect(children.count == 4)
        } else {
            Issue.record("\(tree)")
        }
    }

    @Test("Reading the articles of a folder")
    func files() throws {
        let temporary = try TemporaryFolder()
        let folder = temporary.path
        try Data("Cầu mới\n\nThông xe sáng nay.\n".utf8).write(to: URL(fileURLWithPath: folder + "/a.txt"))
        var titles: [String] = []
        ArticleFiles().read([folder]) { event in
            if case .article(let article) = event { titles.append(article.title) }
        }
        #expect(titles == ["Cầu mới"])
    }

    @Test("Writing an index, and searching it")
    func index() async throws {
        let temporary = try TemporaryFolder()
        let folder = temporary.path + "/index"
        let writer = try await ArticleWriter(folder: IndexFolder(path: folder), purpose: "import")
        var encoder = ArticleEncoder()
        _ = try await writer.apply([encoder.encode(Article(id: "1", title: "Cầu mới thông xe"))])
        try await writer.close()
        let reader = ArticleReader(folder: IndexFolder(path: folder))
        let request = SearchRequest(query: "cau moi", today: Day(number: 16_513))
        let hits = try await reader.search(request).hits
        #expect(hits.map(\.article.id) == ["1"])
    }

    @Test("A record of JSON")
    func record() throws {
        let span = try Span(json: JSONValue(parsing: Array(#"{"start": 3}"#.utf8)))
        #expect(span.start == 3 && span.end == nil && span.json == Array(#"{"start":3}"#.utf8))
    }
}

/// The example of `JSONRecord`.
struct Span: JSONRecord {
    var start: Int
    var end: Int?

    static var blank: Span { Span(start: 0) }

    mutating func visitFields(_ visitor: inout some JSONFieldVisitor) throws(JSONMismatch) {
        try visitor.required("start", &start)
        try visitor.optional("end", &end)
    }
}
