import QueryLanguage
import Testing

@Suite("Narrowing a query by a field")
struct QueryNarrowingTests {
    private func narrow(_ query: String, _ field: String, _ value: String?) throws -> String {
        try sampleParser.narrow(query, field: try #require(sampleParser.field(field)), to: value)
    }

    @Test("A filter is put first, replaces an existing filter of the field, and can be removed", arguments: narrowed)
    func filters(query: String, field: String, value: String?, expected: String) throws {
        let result = try narrow(query, field, value)
        #expect(result == expected)
        #expect(try narrow(result, field, value) == result)
    }

    private static let narrowed: [(String, String, String?, String)] = [
        ("thành ủy", "source", "hnm", "source:hnm thành ủy"),
        ("thành ủy", "nguồn", "Hà Nội Mới", "source:\"Hà Nội Mới\" thành ủy"),
        ("", "source", "hnm", "source:hnm"),
        ("  ", "source", nil, ""),
        ("thành ủy nguồn:cũ hà", "source", "hnm", "source:hnm thành ủy hà"),
        ("source:\"hà nội\" thành", "source", nil, "thành"),
        ("source:a source:b", "source", nil, ""),
        ("source:a source:b c source:d", "source", "e", "source:e c"),
        ("a AND source:b", "source", nil, "a"),
        ("source:b AND a", "source", nil, "a"),
        ("a AND source:b AND c", "source", nil, "a AND c"),
        ("a source:(b OR c) d", "source", nil, "a source:(b OR c) d"),
        ("(source:b)", "source", nil, ""),
        ("-source:b a", "source", "c", "source:c -source:b a"),
        ("NOT source:b", "source", "c", "source:c NOT source:b"),
        ("a OR source:b", "source", "c", "source:c (a OR source:b)"),
        ("(a source:b) c", "source", "d", "source:d (a source:b) c"),
        ("a date:2015 since:2014 đến:2016 before:2017", "date", "2012..2013", "date:2012..2013 a"),
        ("a since:2014", "date", nil, "a"),
        ("a -date:2015", "ngày", "7d", "date:7d a -date:2015"),
        ("a date:2015", "since", "2013", "since:2013 a"),
        ("a", "title", "giao ban", "title:\"giao ban\" a"),
        ("title:x a title:\"y z\"", "title", nil, "a"),
        ("a", "source", "x\"y z", "source:«x\"y z» a"),
        ("a", "source", "báo (số 2)", "source:\"báo (số 2)\" a"),
        ("a", "source", "b*", "source:\"b*\" a"),
        ("thành \"ủ", "source", "c", "source:c thành \"ủ"),
        ("thành -", "source", "c", "source:c thành -"),
        ("source:b \"ủ", "source", "c", "source:c \"ủ"),
        ("\"", "source", "c", "source:c"),
        ("a source:b ", "source", "c", "source:c a "),
        ("a , source:b c", "source", nil, "a , c"),
        ("SAND source:b", "source", nil, "SAND"),
        ("source:b ANDY", "source", nil, "ANDY"),
        ("a )", "source", "b", "source:b a )"),
    ]

    @Test("An unparsable query is distinguished from a value that the field cannot have", arguments: refusals)
    func errors(query: String, field: String, value: String, isOfQuery: Bool) throws {
        let field = try #require(sampleParser.field(field))
        let error = #expect(throws: NarrowingError.self) { try sampleParser.narrow(query, field: field, to: value) }
        switch error {
        case .query: #expect(isOfQuery)
        case .value: #expect(!isOfQuery)
        case nil: break
        }
    }

    private static let refusals: [(String, String, String, Bool)] = [
        ("a OR (b", "source", "c", true), ("x date:32/13/2015", "source", "a", true), ("a*b", "date", "2015", true),
        ("a", "date", "hôm nào", false), ("a", "date", "", false), ("a", "source", " ", false),
        ("a", "source", "\"“«»", false),
    ]
}
