import QueryLanguage
import Testing

@Suite("A query that cannot be read")
struct QueryErrorTests {
    @Test("The error names the column, the length and what was expected", arguments: brokenQueries)
    func broken(query: String, column: Int, length: Int, expected: String) {
        let error = #expect(throws: QueryError.self) { try sampleParser.parse(query) }
        #expect(error?.column == column)
        #expect(error?.length == length)
        #expect(error?.expected == expected)
    }

    @Test(
        "An error before the end of an unfinished query remains an error",
        arguments: [
            "", " ", "(", "OR a", "title:\"\" a", "-\"\" a", "-title: a", "date:x", "a* *b", "(a OR) b",
        ])
    func unfinished(query: String) {
        #expect(throws: QueryError.self) { try sampleParser.parse(query, asYouType: true) }
    }

    @Test("A query may have 4,096 bytes and no more; the error starts at a whole letter")
    func length() throws {
        let longest = String(repeating: "a", count: 4_095)
        #expect(try sampleParser.parse(longest + "b").range == 0..<4_096)
        let error = #expect(throws: QueryError.self) { try sampleParser.parse(longest + "ủ") }
        #expect(error?.column == 4_095)
        #expect(error?.length == 3)
    }

    @Test("A query may have 256 nodes and no more")
    func nodes() throws {
        let words = String(repeating: "a ", count: 255)
        #expect(try sampleParser.parse(words).range == 0..<509)
        #expect(throws: QueryError.self) { try sampleParser.parse(words + "a") }
    }

    @Test("Brackets and exclusions may be nested 50 deep and no deeper", arguments: ["(", "NOT ", "-("])
    func depth(opening: String) throws {
        func query(_ levels: Int) -> String {
            let closing = opening.hasSuffix("(") ? ")" : ""
            return String(repeating: opening, count: levels) + "a" + String(repeating: closing, count: levels)
        }
        let perLevel = opening == "-(" ? 2 : 1
        _ = try sampleParser.parse(query(50 / perLevel))
        #expect(throws: QueryError.self) { try sampleParser.parse(query(50 / perLevel + 1)) }
        #expect(throws: QueryError.self) { try sampleParser.parse(query(1_000)) }
    }

    @Test("A query of signs alone is told from an empty one", arguments: ["🎉", "!!!", "…", "- -", "''", "(*)", "\"\""])
    func signs(query: String) {
        let error = #expect(throws: QueryError.self) { try sampleParser.parse(query) }
        #expect(error?.message == "the query holds no letter or digit")
        #expect(error?.isEmptyQuery == true)
        let empty = #expect(throws: QueryError.self) { try sampleParser.parse(" ") }
        #expect(empty?.message == "the query is empty")
    }

    @Test("An error is one line, with its column counted from 1")
    func description() {
        let error = #expect(throws: QueryError.self) { try sampleParser.parse("ủy (a") }
        #expect(error?.description == "column 6: a bracket is never closed; expected a closing )")
    }

    @Test(
        "An error is one line even if the quoted text is not",
        arguments: ["\n", "\r\n", "\u{B}", "\u{2028}", "\u{85}"])
    func quotedLines(separator: String) {
        let error = #expect(throws: QueryError.self) { try sampleParser.parse("date:\"một\(separator)hai\"") }
        #expect(error?.description.contains(where: \.isNewline) == false)
        #expect(error?.message.hasSuffix("hai is no date") == true)
    }

    private static let brokenQueries: [(String, Int, Int, String)] = [
        ("", 0, 0, "a word"),
        (" \t", 0, 2, "a word"),
        ("– ,", 0, 5, "a word"),
        ("-", 0, 1, "a word"),
        ("\"\"", 0, 2, "a word"),
        ("(!) *", 0, 5, "a word"),
        ("(a", 0, 1, "a closing )"),
        ("(", 0, 1, "a closing )"),
        ("a)", 1, 1, "an opening ( before it"),
        (")", 0, 1, "an opening ( before it"),
        ("title:()", 6, 2, "a word"),
        ("-(…) a", 1, 5, "a word"),
        ("NEAR a", 0, 4, "a word before NEAR"),
        ("a NEAR", 2, 4, "a word behind NEAR"),
        ("a NEAR/x b", 2, 6, "a number from 0 to 100, as in NEAR/5"),
        ("a NEAR/101 b", 2, 8, "a number from 0 to 100, as in NEAR/5"),
        ("a NEAR/2 b NEAR c", 11, 4, "NEAR/2 here as well"),
        ("a NEAR (b OR c)", 7, 8, "a word or a phrase on either side of NEAR"),
        ("source:a NEAR b", 0, 8, "a word or a phrase on either side of NEAR"),
        ("-a NEAR b", 3, 4, "the exclusion of all of it: NOT (word NEAR word)"),
        ("ủ -\"b", 5, 1, "a closing \""),
        ("title:“b", 6, 3, "a closing \""),
        ("-«b\"", 1, 2, "a closing »"),
        ("a -\"\"", 3, 2, "a word"),
        ("\"...\"", 0, 5, "a word"),
        ("a OR", 2, 2, "a word behind OR"),
        ("(a OR) b", 3, 2, "a word behind OR"),
        ("a AND", 2, 3, "a word behind AND"),
        ("a AND OR b", 2, 3, "a word behind AND"),
        ("NOT", 0, 3, "a word behind NOT"),
        ("OR a", 0, 2, "a word before OR"),
        ("(AND a)", 1, 3, "a word before AND"),
        ("a -*", 3, 1, "letters before the star"),
        ("*a", 0, 1, "one star at the end of the word"),
        ("a*b", 1, 1, "one star at the end of the word"),
        ("\"a\"*", 3, 1, "letters before the star"),
        ("source:*", 7, 1, "letters before the star"),
        ("title:", 6, 0, "a word, a phrase or a bracket right behind the colon"),
        ("date: ", 5, 0, "a date right behind the colon"),
        ("-title: a", 7, 0, "a word, a phrase or a bracket right behind the colon"),
        ("(-title:)", 8, 0, "a word, a phrase or a bracket right behind the colon"),
        ("title:,", 6, 1, "a word, a phrase or a bracket right behind the colon"),
        ("source:\" \"", 7, 3, "a word"),
        ("title:-a", 6, 1, "the hyphen before the field: -title:word"),
        ("title:(a source:b)", 9, 7, "a word, a phrase or a bracket"),
        ("source:(hà nội)", 12, 5, "OR between them, or quotation marks around a value with spaces"),
        ("date:2015*", 5, 5, "the date without a star"),
        ("date:x", 5, 1, "a date such as 2015, 2015-03, 19/3/2015, 7d or today"),
        ("date:\"2015..x\"", 12, 1, "a date such as 2015, 2015-03, 19/3/2015, 7d or today"),
        ("date:2016..2015", 5, 10, "the earlier date first"),
    ]
}
