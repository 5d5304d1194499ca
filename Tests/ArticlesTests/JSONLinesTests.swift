import ArticleModel
import CivilTime
import TemporaryFolders
import Testing

@testable import Articles

@Suite("JSON Lines")
struct JSONLinesTests {
    @Test("Every known key fills its field, and unknown keys are kept as JSON, sorted by name")
    func knownKeys() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "a.jsonl",
            #"{"id":7,"title":"Cầu mới","body":"Thông xe.","date":"2015-03-19T03:00:00Z","source":"Báo Sông","#
                + #""author":["Lan","Huệ"],"url":"http://a.vn/1","section":"Đô thị","tags":"cầu, đường ,","#
                + #""zeta":{"b":[1,null,true],"a":"x\"\n"},"alpha":1.5,"none":null}"#)
        let reading = Reading([path])
        let article = try #require(reading.articles.first)
        #expect(article.id == "7" && article.title == "Cầu mới" && article.body == "Thông xe.")
        #expect(article.date?.description == "2015-03-19T10:00:00")
        #expect(article.source == "Báo Sông" && article.author == "Lan, Huệ" && article.url == "http://a.vn/1")
        #expect(article.section == "Đô thị" && article.tags == ["cầu", "đường"])
        #expect(article.extra.map(\.name) == ["alpha", "zeta"])
        #expect(article.extra.map(\.json) == ["1.5", #"{"a":"x\"\n","b":[1,null,true]}"#])
        #expect(article.location == ArticleLocation(path: path, line: 0, column: .start, layout: .record))
        #expect(article.provenance.isEmpty && reading.failures.isEmpty && reading.finished == [path])
    }

    @Test(
        "A byte order mark, CRLF, blank lines and a missing last line break are accepted, and lines keep their numbers")
    func lineForms() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.ndjson", "\u{FEFF}{\"title\":\"một\"}\r\n\r\n  \n{\"title\":\"hai\"}")
        let reading = Reading([path])
        #expect(reading.articles.map(\.title) == ["một", "hai"])
        #expect(reading.articles.map { $0.location?.line } == [0, 3])
        #expect(reading.failures.isEmpty)
    }

    @Test(
        "A line that is not an article is a failure with its line number, and the next line is read",
        arguments: [
            ("{", "not valid JSON"), ("{\"title\":\"a\"} x", "not valid JSON"), ("[1]", "not a JSON object"),
            ("3", "not a JSON object"), ("{'title':'a'}", "not valid JSON"), ("{\"title\":NaN}", "not valid JSON"),
            ("{\"title\":5}", "title that is not a string"), ("{\"body\":[\"a\"]}", "body that is not a string"),
            ("{\"id\":\"x\"}", "neither a title nor a body"), ("{\"title\":\" \\n\"}", "neither a title nor a body"),
            ("{\"id\":true,\"title\":\"a\"}", "neither a string nor a number"),
            ("{\"title\":\"\\ud800\"}", "under \"title\""), ("{\"\\udc00\":1,\"title\":\"a\"}", "in a key"),
            ("{\"title\":\"\\x\"}", "an escape letter at byte 12"),
            ("{\"title\":\"a\tb\"}", "an escape instead of a control character at byte 12"),
            ("{\"title\":\"a\",\"n\":01}", "a comma or a closing brace at byte 19"),
            ("{\"title\":\"a\",}", "a key in quotes at byte 14"),
            ("{\"n\":" + String(repeating: "[", count: 5000), "not valid JSON"),
        ])
    func badLines(line: String, reason: String) throws {
        let folder = try TemporaryFolder()
        let reading = Reading([try folder.write("a.jsonl", "{\"title\":\"trước\"}\n\(line)\n{\"title\":\"sau\"}\n")])
        #expect(reading.articles.map(\.title) == ["trước", "sau"])
        let failure = try #require(reading.failures.first)
        #expect(reading.failures.count == 1 && failure.line == 1)
        #expect(failure.reason.contains(reason), "\(failure.reason)")
        #expect(reading.whole == [true])
    }

    @Test("A line with invalid UTF-8 is a failure")
    func brokenUTF8() throws {
        let folder = try TemporaryFolder()
        let bytes = Array("{\"title\":\"a".utf8) + [0xE1, 0xBB] + Array("\"}\n{\"title\":\"sau\"}\n".utf8)
        let reading = Reading([try folder.write("a.jsonl", bytes)])
        #expect(reading.articles.map(\.title) == ["sau"] && reading.failures.map(\.line) == [0])
    }

    @Test("Escapes, surrogate pairs and long numbers are read as the JSON standard defines them")
    func escapes() throws {
        let json = #"{"title":"\u0110\ud83d\ude00\/\t\"","body":"x","n":12345678901234567890123,"id":1e3}"#
        let article = try read(json)
        #expect(article.title == "Đ😀/\t\"" && article.id == "1000")
        #expect(article.extra.first?.json == "12345678901234567890123")
    }

    @Test("Up to 512 levels of nesting are read and kept as JSON")
    func nesting() throws {
        let nested = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        #expect(try read("{\"title\":\"a\",\"n\":\(nested)}").extra.first?.json == nested)
    }

    @Test(
        "A known field that cannot be read is kept unchanged, with its rule",
        arguments: [
            ("date", "\"31/2/2015\""), ("date", "\"hôm qua\""), ("date", "20150319"), ("source", "5"),
            ("author", "{}"), ("url", "[]"), ("section", "true"), ("tags", "{\"a\":1}"),
        ])
    func unreadable(key: String, value: String) throws {
        let article = try read("{\"title\":\"a\",\"\(key)\":\(value)}")
        #expect(article.extra == [ExtraField(name: key, json: value)])
        #expect(article.rule(key) == "unreadable" && article.date == nil && article.tags.isEmpty)
    }

    @Test("A date that cannot be read is told with its line, and the article is read without it")
    func unreadDates() throws {
        let folder = try TemporaryFolder()
        let lines = [
            #"{"title":"a","date":"30/02/2015"}"#, #"{"title":"b","date":"2015-03-19"}"#, #"{"title":"c","date":" "}"#,
            #"{"title":"d","date":null}"#, #"{"title":"e","source":5}"#, #"{"title":"f","date":20150319}"#,
            #"{"date":"hôm qua"}"#,
        ]
        let path = try folder.write("a.jsonl", lines.joined(separator: "\n"))
        let reading = Reading([path])
        #expect(
            reading.unreadDates == [
                UnreadDate(path: path, line: 0, value: "30/02/2015"),
                UnreadDate(path: path, line: 5, value: "20150319"),
            ])
        #expect(reading.articles.count == 6 && reading.failures.map(\.line) == [6])
    }

    @Test("An id of 16 hexadecimal digits is made from the url, else from path and line, else from the content")
    func ids() throws {
        let folder = try TemporaryFolder()
        let lines = "{\"title\":\"a\",\"url\":\"http://a.vn\"}\n{\"title\":\"a\"}\n{\"title\":\"a\",\"id\":\" \"}\n"
        let articles = Reading([try folder.write("a.jsonl", lines)]).articles
        #expect(articles.map { $0.rule("id") } == ["from-url", "from-path-and-line", "from-path-and-line"])
        #expect(Set(articles.map(\.id)).count == 3)
        #expect(articles.allSatisfy { $0.id.count == 16 && $0.id.allSatisfy(\.isHexDigit) })
        let alone = try read("{\"title\":\"a\"}")
        #expect(alone.rule("id") == "from-content" && alone.location == nil)
        // The reference value of XXH3_64bits for empty input.
        #expect(ArticleID.hashed("") == "2d06800538d394c2")
    }

    private func read(_ json: String) throws -> Article {
        try Array(json.utf8).withUnsafeBytes { try JSONArticle().read($0).get() }
    }
}
