import ArticleModel
import IndexSamples
import Testing
import Vietnamese

@Suite("Snippets and highlights of a hit")
struct HighlightTests {
    private static let articles: [Article] = {
        var archive = InventedArchive(seed: 5)
        return archive.articles(80)
    }()

    @Test("A highlight has character boundaries and only the query's syllables")
    func ranges() async throws {
        let long = (0..<30).map { _ in Self.articles.map(\.body).joined(separator: "\n") }.joined(separator: ". ")
        let index = try await SampleIndex(Self.articles + [Article(id: "long", title: "(Thành) Ủy!", body: long)])
        for query in [
            "thanh noi", "\"thành ủy\" ha", "tha* 2015", "title:uy OR đảng", "tp.hcm", "\"uy noi ha thanh\" OR qu*",
        ] {
            let wanted = Set(plainSyllables(query).map(\.bare))
            let hits = try await index.search(query) { $0.matching = .any }.hits
            #expect(!hits.isEmpty)
            for hit in hits {
                check(hit.titleHighlights, in: hit.article.title, wanted)
                let article = try #require(try await index.reader.article(id: hit.article.id))
                guard let snippet = hit.snippet else {
                    #expect(plainSyllables(article.body).isEmpty)
                    continue
                }
                let body = Array(article.body.utf8)
                let end = snippet.offset + snippet.text.utf8.count
                #expect(end <= body.count)
                #expect(Array(body[snippet.offset..<min(end, body.count)]) == Array(snippet.text.utf8))
                #expect(plainSyllables(snippet.text).count <= 45)
                check(snippet.highlights, in: snippet.text, wanted)
            }
        }
    }

    private func check(_ ranges: [Range<Int>], in text: String, _ wanted: Set<String>) {
        let bytes = Array(text.utf8)
        var last = -1
        for range in ranges {
            #expect(range.lowerBound > last && !range.isEmpty && range.upperBound <= bytes.count)
            last = range.upperBound
            guard let piece = String(validating: bytes[range], as: UTF8.self) else {
                Issue.record("\(range) of \(text)")
                continue
            }
            for syllable in plainSyllables(piece) {
                #expect(wanted.contains { syllable.bare.hasPrefix($0) }, "\(syllable.bare) in \(piece)")
            }
        }
    }

    @Test("A phrase is highlighted as one piece, and its syllables elsewhere are not")
    func phrase() async throws {
        let index = try await SampleIndex([
            Article(id: "1", title: "Ủy thành", body: "ủy. Thành ủy\u{301} Hà. Thành  ủy")
        ])
        let hit = try #require(try await index.search("\"thành ủy\"").hits.first)
        #expect(hit.titleHighlights.isEmpty)
        let snippet = try #require(hit.snippet)
        let pieces = snippet.highlights.map { String(decoding: Array(snippet.text.utf8)[$0], as: UTF8.self) }
        #expect(pieces == ["Thành  ủy"])
    }

    @Test("A snippet begins near the best match, deep in a long text")
    func deepMatch() async throws {
        let body =
            String(repeating: "Câu đầu dài dòng. ", count: 500) + "Đại hội đảng."
            + String(repeating: " cuối", count: 500)
        let index = try await SampleIndex([Article(id: "1", body: "hội " + body)])
        let snippet = try #require(try await index.search("đại hội").hits.first?.snippet)
        #expect(snippet.text.hasPrefix("Đại hội"))
        #expect(snippet.highlights == [0..<"Đại hội".utf8.count])
    }

    @Test("A hit has the line and column of its first match in a file of one article")
    func place() async throws {
        let body = "Dòng một\nđại\r\nhai ủy ban"
        var text = Article(id: "text", title: "ủy", body: body)
        text.location = ArticleLocation(
            path: "/a.txt", line: 4, column: TextColumn(utf8: 3, utf16: 1, utf32: 1), layout: .text)
        var record = Article(id: "record", title: "ủy", body: body)
        record.location = ArticleLocation(path: "/a.jsonl", line: 9, column: .start, layout: .record)
        let index = try await SampleIndex([text, record, Article(id: "nowhere", body: body)])
        func place(_ id: String, _ query: String) async throws -> [Int?] {
            let hit = try await index.search("id:\(id) \(query)").hits.first
            return [hit?.line, hit?.column?.utf8, hit?.column?.utf16, hit?.column?.utf32]
        }
        #expect(
            try await place("text", "một") == [
                4, 3 + "Dòng ".utf8.count, 1 + "Dòng ".utf16.count, 1 + "Dòng ".unicodeScalars.count,
            ])
        #expect(try await place("text", "ban") == [6, "hai ủy ".utf8.count, 7, 7])
        #expect(try await place("text", "title:ủy") == [4, 3, 1, 1])
        #expect(try await place("text", "") == [4, 3, 1, 1])
        #expect(try await place("record", "ban") == [9, 0, 0, 0])
        #expect(try await place("nowhere", "ban") == [nil, nil, nil, nil])
    }

    @Test("A hit is where its title is, if the title holds all of the query that the article holds")
    func placeOfTitle() async throws {
        let column = TextColumn(utf8: 4, utf16: 2, utf32: 2)
        func article(_ id: String, isVerbatim: Bool) -> Article {
            var article = Article(id: id, title: "Họp về cầu mới", body: "Sáng nay họp.\nCầu mới xong.")
            article.location = ArticleLocation(
                path: "/\(id).txt", line: 4, column: .start, layout: .text,
                title: TitlePlace(line: 1, column: column, isVerbatim: isVerbatim))
            return article
        }
        let index = try await SampleIndex([article("a", isVerbatim: true), article("b", isVerbatim: false)])
        func place(_ id: String, _ query: String) async throws -> [Int?] {
            let hit = try await index.search("id:\(id) \(query)").hits.first
            return [hit?.line, hit?.column?.utf8, hit?.column?.utf16, hit?.column?.utf32]
        }
        let (before, words) = ("Họp ", "Họp về ")
        #expect(
            try await place("a", "về") == [
                1, 4 + before.utf8.count, 2 + before.utf16.count, 2 + before.unicodeScalars.count,
            ])
        #expect(
            try await place("a", "title:\"cầu mới\"") == [
                1, 4 + words.utf8.count, 2 + words.utf16.count, 2 + words.unicodeScalars.count,
            ])
        #expect(try await place("a", "họp") == [1, 4, 2, 2])
        #expect(try await place("a", "cầu xong") == [5, 0, 0, 0])
        #expect(try await place("a", "xong") == [5, "Cầu mới ".utf8.count, 8, 8])
        #expect(try await place("a", "") == [4, 0, 0, 0])
        #expect(try await place("b", "về") == [1, 4, 2, 2])
        let bare = try await index.search("id:a về") { $0.wantsSnippets = false }.hits.first
        #expect(bare?.line == 1)
    }
}
