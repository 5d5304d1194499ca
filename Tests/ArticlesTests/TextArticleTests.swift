import ArticleModel
import Foundation
import TemporaryFolders
import Testing

@testable import Articles

@Suite("Articles in plain text")
struct TextArticleTests {
    private static let body = "Cây cầu qua sông Mây đã thông xe. Người dân hai bờ vui mừng.\n\nCầu dài 200 mét."

    @Test("A whole page gives section, letters, title with its date, buttons, source, author and a verbatim body")
    func page() throws {
        let text =
            "Thời sự\nA\nA A+\n\nThông xe cầu qua sông Mây (19:43 14/06/2020)\nChia sẻ\nFacebook 12\n\n"
            + "(HNMO) - \(TextArticleTests.body)\n\nHồng Hạnh\nIn bài viết\n"
        let article = try article(ofText: text)
        #expect(article.title == "Thông xe cầu qua sông Mây" && article.rule("title") == "title-line")
        #expect(article.date?.description == "2020-06-14T19:43:00" && article.rule("date") == "date-after-title")
        #expect(article.section == "Thời sự" && article.source == "HNMO" && article.author == "Hồng Hạnh")
        #expect(article.body == "(HNMO) - " + TextArticleTests.body)
        #expect(article.location?.line == 8 && article.location?.column == .start && article.location?.layout == .text)
        #expect(article.rule("id") == "from-path")
        #expect(article.location?.title == TitlePlace(line: 4, column: .start, isVerbatim: true))
    }

    @Test("Lines may end in CRLF and start with blanks, and the words that rules match may be decomposed")
    func rawForms() throws {
        let text =
            "\u{FEFF}Thời sự\r\nThông xe cầu\r\nNgày đăng 05/05/2022 | 13:45\r\n\r\n  Cầu đã xong.\r\nHết rồi.\r\n"
        let article = try article(ofText: text.decomposedStringWithCanonicalMapping)
        #expect(article.date?.description == "2022-05-05T13:45:00" && article.rule("date") == "labelled-date-line")
        #expect(article.section == "Thời sự" && article.title == "Thông xe cầu")
        #expect(Array(article.title.utf8) == Array("Thông xe cầu".decomposedStringWithCanonicalMapping.utf8))
        #expect(Array(article.body.utf8) == Array("Cầu đã xong.\r\nHết rồi.".decomposedStringWithCanonicalMapping.utf8))
        #expect(article.location?.line == 4 && article.location?.column == TextColumn(ascii: 2))
        #expect(article.location?.title?.line == 1)
    }

    @Test("A byte order mark moves no column, and a title with blanks before it has its own")
    func columns() throws {
        let first = try article(ofText: "\u{FEFF}Thông xe cầu\n\nCầu xong.\n").location
        #expect(first?.title == TitlePlace(line: 0, column: .start, isVerbatim: true))
        #expect(try article(ofText: "\u{FEFF}Cầu đã xong. Vui.\n").location?.column == .start)
        let indented = try article(ofText: "A\n \u{3000}Thông xe cầu (14/06/2020)\n\nCầu xong.\n").location
        #expect(indented?.title?.column == TextColumn(utf8: 4, utf16: 2, utf32: 2) && indented?.title?.line == 1)
    }

    @Test("A text without a title line takes its first sentence as title, and the body keeps that sentence")
    func firstSentence() throws {
        let text = "(HNMO) - Ngày 19/3, ông H. Hạnh thăm TP. Mây Trắng. Cầu đã xong.\n\nHết năm 2015."
        let article = try article(ofText: text)
        #expect(article.title == "Ngày 19/3, ông H. Hạnh thăm TP. Mây Trắng.")
        #expect(article.rule("title") == "first-sentence" && article.body == text && article.source == "HNMO")
        #expect(article.location?.line == 0 && article.location?.title == nil)
    }

    @Test("A title taken from a long first sentence is cut at a blank and gets an ellipsis")
    func longSentence() throws {
        let article = try article(ofText: String(repeating: "cầu ", count: 200) + "xong.\nHết.")
        #expect(article.title.count <= 201 && article.title.hasSuffix("cầu…"))
    }

    @Test(
        "Lines above the title are skipped",
        arguments: [
            "Trang chủ > Thời sự", "Trang chủ / Xã hội", "Kinh tế", "24/03/2021 21:54", "B", "Zalo", "Email", "A A+",
            "Chia sẻ Facebook Zalo", "15:20", "Thứ sáu, 24/03/2021, 21:54 (GMT+7)", "In bài viết", "CHÍNH TRỊ",
        ])
    func aboveTitle(line: String) throws {
        let article = try article(ofText: "\(line)\n\nThông xe cầu\n\n\(TextArticleTests.body)\n")
        #expect(article.title == "Thông xe cầu" && article.body == TextArticleTests.body)
    }

    @Test("A file of one line is a title, whatever its text", arguments: ["Thời sự", "Chia sẻ", "A", "1984"])
    func oneLine(line: String) throws {
        let article = try article(ofText: line + "\n")
        #expect(article.title == line && article.body.isEmpty)
    }

    @Test(
        "Rare broken UTF-8 sequences are repaired, and a legacy encoding is refused",
        arguments: [(1, 2_000, true), (19, 40_000, true), (20, 40_000, false), (3, 2_000, false)])
    func repair(broken: Int, length: Int, isMended: Bool) throws {
        let folder = try TemporaryFolder()
        var bytes = Array("Thông xe\n\n".utf8) + [UInt8](repeating: 0x61, count: length)
        for index in 0..<broken { bytes[200 + index * 20] = 0xE1 }
        let reading = Reading([try folder.write("a.txt", bytes)])
        if isMended {
            let article = try #require(reading.articles.first)
            #expect(article.rule("body") == "repaired-utf8")
            #expect(article.body.unicodeScalars.count { $0 == "\u{FFFD}" } == broken)
        } else {
            #expect(reading.articles.isEmpty)
            let failure = try #require(reading.failures.first)
            #expect(failure.reason.contains("legacy encoding (byte 0xE1 at line 3)") && failure.line == 2)
        }
    }

    @Test("The body is a verbatim slice of the file, and the location is its beginning", arguments: 0..<200)
    func bodyIsSlice(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        let pieces = [
            "Thời sự", "A", "Thông xe cầu", "24/03/2021 21:54", "Chia sẻ", "(HNMO) - Ngày 3/2, cầu xong.", "Hồng Hạnh",
            "Theo TTXVN", "  thụt vào", "e\u{302}\u{301}", "# đề", "---", "năm 2015", "\u{FEFF}", "",
        ]
        var text = "x y"
        for _ in 0..<12 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += (state >> 40) % 3 == 0 ? "\r\n" : "\n"
            text += pieces[Int((state >> 33) % UInt64(pieces.count))]
        }
        for name in ["a.txt", "a.md"] {
            let article = try article(ofText: text, named: name)
            let location = try #require(article.location)
            let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
            let before = lines[..<location.line].reduce(0) { $0 + $1.count + 1 } + location.column.utf8
            #expect(Array(text.utf8)[before...].starts(with: Array(article.body.utf8)))
            guard let title = location.title else { continue }
            let above = lines[..<title.line].reduce(0) { $0 + $1.count + 1 } + title.column.utf8
            #expect(title.isVerbatim && Array(text.utf8)[above...].starts(with: Array(article.title.utf8)))
        }
    }
}
