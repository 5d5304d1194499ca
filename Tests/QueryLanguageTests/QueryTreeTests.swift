import QueryLanguage
import Testing

@Suite("The tree of a query")
struct QueryTreeTests {
    @Test("Words, phrases, operators and fields are parsed into their tree", arguments: finishedQueries)
    func finished(query: String, tree: String) throws {
        #expect(try sampleParser.parse(query).description == tree)
    }

    @Test("An incomplete end of an unfinished query is not an error", arguments: unfinishedQueries)
    func unfinished(query: String, tree: String) throws {
        #expect(try sampleParser.parse(query, asYouType: true).description == tree)
    }

    @Test("A decomposed field name is recognised")
    func decomposedName() throws {
        #expect(
            try sampleParser.parse("tie\u{302}u\u{111}e\u{302}\u{300}:ha").description == "(within title (word ha))")
    }

    @Test("A capital with two marks is a word in every normal form, so an all-capital query has OR as a word")
    func decomposedCapitals() throws {
        for word in ["O\u{1E5A}\u{302}", "OR\u{323}\u{302}"] {
            #expect(try sampleParser.parse("OR " + word).description == "(all (word OR) (word \(word)))")
        }
    }

    @Test("A letter with an iota subscript is a capital in every normal form")
    func capitalWithIota() throws {
        for word in ["H\u{1F98}", "H\u{397}\u{313}\u{345}"] {
            #expect(try sampleParser.parse("ĐẠI OR " + word).description == "(all (word ĐẠI) (word OR) (word \(word)))")
        }
    }

    @Test("A word keeps its typed spelling and normal form")
    func verbatim() throws {
        let node = try sampleParser.parse("U\u{309}Y")
        guard case .word(let text) = node.kind else {
            throw QueryError(column: 0, length: 0, message: "", expected: "")
        }
        #expect(text.unicodeScalars.elementsEqual("U\u{309}Y".unicodeScalars))
    }

    @Test("Nodes record the byte range they were read from")
    func ranges() throws {
        let node = try sampleParser.parse(" ủy -(title:\"b\" OR c)")
        #expect(node.range == 1..<23)
        guard case .all(let parts) = node.kind, case .not(let group) = parts[1].kind,
            case .any(let alternatives) = group.kind
        else { throw QueryError(column: 0, length: 0, message: "not the tree", expected: node.description) }
        #expect(parts.map(\.range) == [1..<5, 6..<23])
        #expect(group.range == 7..<23)
        #expect(alternatives.map(\.range) == [8..<17, 21..<22])
    }

    private static let finishedQueries: [(String, String)] = [
        ("thành ủy", "(all (word thành) (word ủy))"),
        ("  a\t\u{A0}b\n", "(all (word a) (word b))"),
        ("\"đại hội\"", "(phrase \"đại hội\")"),
        ("“a b” «c» „d”", "(all (phrase \"a b\") (phrase \"c\") (phrase \"d\"))"),
        ("a\"b c\"d", "(all (word a) (phrase \"b c\") (word d))"),
        ("quyết*", "(prefix quyết)"),
        ("\"qu* OR (\"", "(phrase \"qu* OR (\")"),
        ("đại hội -covid", "(all (word đại) (word hội) (not (word covid)))"),
        (
            "(-covid) -“a b” -'c d'",
            "(all (all (everything) (not (word covid))) (not (phrase \"a b\")) (not (phrase \"c d\")))"
        ),
        ("a NOT b", "(all (word a) (not (word b)))"),
        ("a AND NOT b", "(all (word a) (not (word b)))"),
        ("-a", "(all (everything) (not (word a)))"),
        ("-a NOT b", "(all (everything) (not (word a)) (not (word b)))"),
        ("NOT NOT a", "(word a)"),
        ("NOT -a", "(word a)"),
        ("a NEAR b c", "(all (near/10 (word a) (word b)) (word c))"),
        ("c \"a b\" NEAR/3 d NEAR/3 e*", "(all (word c) (near/3 (phrase \"a b\") (word d) (prefix e)))"),
        ("NOT a NEAR/0 b", "(all (everything) (not (near/0 (word a) (word b))))"),
        ("a NEAR b OR c", "(any (near/10 (word a) (word b)) (word c))"),
        ("title:(a NEAR b)", "(within title (near/10 (word a) (word b)))"),
        ("A NEAR B", "(all (word A) (word NEAR) (word B))"),
        ("a Near b", "(all (word a) (word Near) (word b))"),
        ("a OR -b", "(any (word a) (all (everything) (not (word b))))"),
        ("-(-a)", "(all (everything) (not (all (everything) (not (word a)))))"),
        ("a b OR c AND d", "(any (all (word a) (word b)) (all (word c) (word d)))"),
        ("(a OR b) c", "(all (any (word a) (word b)) (word c))"),
        ("a(b)c", "(all (word a) (word b) (word c))"),
        ("a OR(b OR c)OR d", "(any (word a) (any (word b) (word c)) (word d))"),
        ("A OR B", "(all (word A) (word OR) (word B))"),
        ("TP.HCM OR \"HN\" NOT X", "(all (word TP.HCM) (word OR) (phrase \"HN\") (word NOT) (word X))"),
        ("A OR b", "(any (word A) (word b))"),
        ("1945 OR 1954", "(any (word 1945) (word 1954))"),
        ("a or b and not c", "(all (word a) (word or) (word b) (word and) (word not) (word c))"),
        ("-OR x", "(all (not (word OR)) (word x))"),
        ("35-CT/TW covid-19", "(all (word 35-CT/TW) (word covid-19))"),
        ("Hà Nội – thành phố", "(all (word Hà) (word Nội) (word thành) (word phố))"),
        ("http://x.vn 12:30", "(all (word http://x.vn) (word 12:30))"),
        ("tư: họp", "(all (word tư:) (word họp))"),
        ("a:title:b", "(word a:title:b)"),
        ("title:ủy", "(within title (word ủy))"),
        ("TITLE:OR a", "(all (within title (word OR)) (word a))"),
        ("title:(a OR -b)", "(within title (any (word a) (all (everything) (not (word b)))))"),
        ("title:quy* TIÊUĐỀ:\"a b\"", "(all (within title (prefix quy)) (within title (phrase \"a b\")))"),
        ("tieude:a tácgiả:b", "(all (within title (word a)) (within author (word b)))"),
        ("-source:x", "(all (everything) (not (value source \"x\")))"),
        ("source:\"hà nội mới\" nguon:a*", "(all (value source \"hà nội mới\") (value source \"a\" *))"),
        ("source:\"hà nội\"*", "(value source \"hà nội\" *)"),
        (
            "source:(a OR \"b c\" OR NOT d*)",
            "(any (value source \"a\") (value source \"b c\") (all (everything) (not (value source \"d\" *))))"
        ),
        ("path:/a/b* id:abc", "(all (value path \"/a/b\" *) (value id \"abc\"))"),
        ("(path:/a(1).txt)", "(value path \"/a(1).txt\")"),
        ("path:/ ref:-1", "(all (value path \"/\") (value ref \"-1\"))"),
        ("sohieu:35-CT/TW", "(value ref \"35-CT/TW\")"),
        ("date:2015 a", "(all (dates 2015-01-01..2015-12-31) (word a))"),
        ("date:(2014 OR 2016)", "(any (dates 2014-01-01..2014-12-31) (dates 2016-01-01..2016-12-31))"),
        ("-date:2015", "(all (everything) (not (dates 2015-01-01..2015-12-31)))"),
        ("từ:2015 đến:2016-02", "(all (dates 2015-01-01..) (dates ..2016-02-29))"),
        ("before:2015-07", "(dates ..2015-06-30)"),
    ]

    private static let unfinishedQueries: [(String, String)] = [
        ("một≯", "(word một≯)"), ("một>\u{338}", "(word một≯)"), ("mo\u{302}\u{323}t ủ", "(all (word một) (prefix ủ))"),
        ("thành ủ", "(all (word thành) (prefix ủ))"),
        ("thành ủy ", "(all (word thành) (word ủy))"),
        ("thành ủy.", "(all (word thành) (word ủy.))"),
        ("u\u{309}", "(prefix ủ)"),
        ("(quận OR huy", "(any (word quận) (prefix huy))"),
        ("đảng (", "(word đảng)"),
        ("đảng )", "(word đảng)"),
        ("a) b", "(all (word a) (prefix b))"),
        ("a ()", "(word a)"),
        ("a -", "(word a)"),
        ("a - b", "(all (word a) (prefix b))"),
        ("title: a", "(all (word title:) (prefix a))"),
        ("tivi 55\" gi", "(all (word tivi) (word 55) (prefix gi))"),
        ("'giao b", "(all (word 'giao) (prefix b))"),
        ("a -(\"", "(word a)"),
        ("a *", "(word a)"),
        ("a OR ", "(word a)"),
        ("a NEAR ", "(word a)"),
        ("a NEAR", "(all (word a) (prefix NEAR))"),
        ("a NEAR/", "(all (word a) (word NEAR/))"),
        ("a NEAR/12", "(all (word a) (prefix NEAR/12))"),
        ("a NEAR/2 b", "(near/2 (word a) (prefix b))"),
        ("quận OR", "(all (word quận) (prefix OR))"),
        ("a NOT (", "(word a)"),
        ("a title:", "(word a)"),
        ("a source:\"", "(word a)"),
        ("a date:", "(word a)"),
        ("a \"", "(word a)"),
        ("a \"\"", "(word a)"),
        ("\"đại hội đả", "(all (word đại) (word hội) (prefix đả))"),
        ("title:\"giao b", "(within title (all (word giao) (prefix b)))"),
        ("-\"giao b", "(all (everything) (not (all (word giao) (word b))))"),
        ("source:\"hà n", "(value source \"hà n\" *)"),
        ("source:han", "(value source \"han\" *)"),
        ("đại -c", "(all (word đại) (not (word c)))"),
        ("\"đại hội\"", "(phrase \"đại hội\")"),
        ("quyết*", "(prefix quyết)"),
        ("title:gi", "(within title (prefix gi))"),
        ("date:2015", "(dates 2015-01-01..2015-12-31)"),
    ]
}
