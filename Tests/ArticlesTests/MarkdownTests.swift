import ArticleModel
import TemporaryFolders
import Testing

@testable import Articles

@Suite("Markdown")
struct MarkdownTests {
    @Test("Front matter gives the fields, and the text after it is the verbatim body")
    func frontMatter() throws {
        let text = """
            ---
            title: "Thông xe: cầu Mây"
            date: 2015-03-19
            author: [Lan, Huệ]
            tags: cầu, đường
            source: Báo Sông
            id: 12
            rating: 4.5
            note: {b: [1, null], a: yes}
            ---

            ## Mở đầu

            Cầu *xong*.

            """
        let article = try article(ofText: text, named: "a.md")
        #expect(article.title == "Thông xe: cầu Mây" && article.date?.description == "2015-03-19" && article.id == "12")
        #expect(article.author == "Lan, Huệ" && article.tags == ["cầu", "đường"] && article.source == "Báo Sông")
        #expect(article.body == "## Mở đầu\n\nCầu *xong*." && article.location?.line == 11)
        #expect(article.extra.map(\.name) == ["note", "rating"] && article.provenance.isEmpty)
        #expect(article.extra.first?.json == #"{"b":[1,null],"a":true}"#)
    }

    @Test("Without front matter the first heading is the title, and without a heading the file is plain text")
    func heading() throws {
        let first = try article(ofText: "# Thông xe (14/06/2020) #\n\nCầu xong.\n", named: "a.markdown")
        #expect(first.title == "Thông xe")
        #expect(
            first.rule("title") == "heading" && first.body == "Cầu xong." && first.date?.description == "2020-06-14")
        let second = try article(ofText: "Thông xe\n\nCầu xong.\n", named: "a.md")
        #expect(second.title == "Thông xe" && second.rule("title") == "title-line")
        let third = try article(ofText: "---\nsource: Báo Sông\n---\n# Hội làng\n\nVui.\n", named: "a.md")
        #expect(third.title == "Hội làng" && third.body == "# Hội làng\n\nVui.")
    }

    @Test(
        "A title has the place where it stands in the file",
        arguments: [
            ("---\ndate: 2015\ntitle: Thông xe\n---\nVui.", 2, 7, true),
            ("---\ntitle:   \"Thông xe: cầu\"\n---\nVui.", 1, 10, true),
            ("---\ntitle: 'Thông xe'\ntags: a\n---\nVui.", 1, 8, true),
            ("---\ntags: [đường]\ntitle: |\n  Thông xe\n---\nVui.", 3, 2, true),
            ("---\ntitle: \"Th\\u00f4ng xe\"\n---\nVui.", 1, 7, false),
            ("---\ntitle: Thông\n  xe\n---\nVui.", 1, 7, false),
            ("---\r\ntitle: Thông xe\r\n---\r\nVui.", 1, 7, true), ("\u{FEFF}# Thông xe #\n\nVui.", 0, 2, true),
            ("A\n\n#  Thông xe (14/06/2020)\n\nVui.", 2, 3, true), ("Thông xe\n\nVui.", 0, 0, true),
        ])
    func titlePlace(text: String, line: Int, column: Int, isVerbatim: Bool) throws {
        let place = try article(ofText: text, named: "a.md").location?.title
        #expect(place == TitlePlace(line: line, column: TextColumn(ascii: column), isVerbatim: isVerbatim))
    }

    @Test("A title that the body holds too has no place of its own")
    func titleInBody() throws {
        let text = "---\nsource: Báo Sông\n---\n# Hội làng\n\nVui.\n"
        #expect(try article(ofText: text, named: "a.md").location?.title == nil)
    }

    @Test("A date of the front matter that cannot be read is told, and the article is read without it")
    func unreadDate() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.md", "---\ntitle: Thông xe\ndate: 30/02/2015\n---\nVui.\n")
        let reading = Reading([path])
        #expect(reading.unreadDates == [UnreadDate(path: path, value: "30/02/2015")])
        #expect(reading.articles.count == 1 && reading.failures.isEmpty)
    }

    @Test("A horizontal rule of dashes at the top is not front matter")
    func dashes() throws {
        #expect(try article(ofText: "---\nThông xe\n\nCầu xong.\n", named: "a.md").title == "Thông xe")
    }

    @Test(
        "Invalid front matter is a failure with its line",
        arguments: [
            ("title: a\nb: [1,\nc: }", 3), ("title: \"a", 2), ("- a\n- b", 1), ("title: a\ntitle: b", 2),
            ("title: [a]", nil),
            (
                "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                    + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                    + "e: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]", 1
            ),
            ("a: " + String(repeating: "[", count: 30_000), nil), (String(repeating: "- ", count: 30_000), nil),
            ("a: " + String(repeating: "x", count: 70_000), nil), ("\ttitle: a", 1),
        ] as [(String, Int?)])
    func badFrontMatter(yaml: String, line: Int?) throws {
        let folder = try TemporaryFolder()
        let reading = Reading([try folder.write("a.md", "---\n\(yaml)\n---\nVui.\n")])
        let failure = try #require(reading.failures.first)
        #expect(reading.articles.isEmpty && reading.failures.count == 1)
        if let line { #expect(failure.line == line, "\(failure)") }
    }
}
