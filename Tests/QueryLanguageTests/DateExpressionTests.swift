import CivilTime
import QueryLanguage
import Testing

@Suite("Date expressions")
struct DateExpressionTests {
    @Test("Every form of a date denotes its days", arguments: forms)
    func form(text: String, days: String) throws {
        let range = try DateExpression.days(of: text, today: sampleToday)
        #expect("\(range.first?.description ?? "")..\(range.last?.description ?? "")" == days)
    }

    @Test("The fields since, until and before use the end of the range that they name", arguments: ends)
    func end(text: String, use: DateExpression.Use, days: String) throws {
        let range = try DateExpression.days(of: text, for: use, today: sampleToday)
        #expect("\(range.first?.description ?? "")..\(range.last?.description ?? "")" == days)
    }

    @Test(
        "Text that is not a date is an error",
        arguments: [
            "", " ", "15", "215", "20155", "2015-", "2015-13", "2015-02-29", "0000", "32/1/2015", "13/2015", "19/3",
            "19/3/15",
            "2015-03/19", "1/2/3/2015", "0d", "d", "-7d", "99999d", "7h", "..", "2015...2016", "2016..2015",
            "today..7d",
            "2015-03-19T10:00", "tomorrow", "hôm kia", "2015..x",
        ])
    func broken(text: String) {
        #expect(throws: QueryError.self) { try DateExpression.days(of: text, today: sampleToday) }
    }

    @Test(
        "A range is not a single date, and nothing precedes the first day",
        arguments: [
            ("2014..2015", DateExpression.Use.since), ("..2015", .until), ("2015..", .before), ("0001", .before),
        ])
    func unfit(text: String, use: DateExpression.Use) {
        #expect(throws: QueryError.self) { try DateExpression.days(of: text, for: use, today: sampleToday) }
    }

    @Test("The last 3 months, counted from the end of May, begin on 1 March")
    func shortMonth() throws {
        let today = try #require(Day(year: 2023, month: 5, day: 31))
        #expect(try DateExpression.days(of: "3m", today: today).first?.description == "2023-03-01")
    }

    @Test("The month before January is December, and Sunday ends its week")
    func turns() throws {
        let today = try #require(Day(year: 2023, month: 1, day: 1))
        #expect(try DateExpression.days(of: "lastmonth", today: today).first?.description == "2022-12-01")
        #expect(try DateExpression.days(of: "thisweek", today: today).last?.description == "2023-01-01")
    }

    private static let forms: [(String, String)] = [
        ("2015", "2015-01-01..2015-12-31"), ("2015-03", "2015-03-01..2015-03-31"), ("2015/3", "2015-03-01..2015-03-31"),
        ("3/2015", "2015-03-01..2015-03-31"), ("03-2015", "2015-03-01..2015-03-31"),
        ("2016-2", "2016-02-01..2016-02-29"),
        ("2015-03-19", "2015-03-19..2015-03-19"), ("19/3/2015", "2015-03-19..2015-03-19"),
        ("5/3/2015", "2015-03-05..2015-03-05"), ("19-03-2015", "2015-03-19..2015-03-19"),
        ("19.3.2015", "2015-03-19..2015-03-19"), (" 19 / 3 / 2015 ", "2015-03-19..2015-03-19"),
        ("2014-11..2015-03", "2014-11-01..2015-03-31"), ("..2010", "..2010-12-31"), ("2015..", "2015-01-01.."),
        ("3/2015..3/2015", "2015-03-01..2015-03-31"), ("1/2/2015 .. 3.2.2015", "2015-02-01..2015-02-03"),
        ("7d", "2026-11-15..2026-11-21"), ("1d", "2026-11-21..2026-11-21"), ("2w", "2026-11-08..2026-11-21"),
        ("3m", "2026-08-22..2026-11-21"), ("1y", "2025-11-22..2026-11-21"), ("7D", "2026-11-15..2026-11-21"),
        ("9999y", "0001-01-02..2026-11-21"), ("30d..7d", "2026-10-23..2026-11-15"),
        ("7d..today", "2026-11-15..2026-11-21"),
        ("..7d", "..2026-11-15"), ("7d..", "2026-11-15.."),
        ("２０１５", "2015-01-01..2015-12-31"), ("today", "2026-11-21..2026-11-21"), ("hômnay", "2026-11-21..2026-11-21"),
        ("hom nay", "2026-11-21..2026-11-21"),
        ("ho\u{302}mnay", "2026-11-21..2026-11-21"), ("HÔMNAY", "2026-11-21..2026-11-21"),
        ("yesterday", "2026-11-20..2026-11-20"), ("hômqua", "2026-11-20..2026-11-20"),
        ("thisweek", "2026-11-16..2026-11-22"), ("tuầnnày", "2026-11-16..2026-11-22"),
        ("lastweek", "2026-11-09..2026-11-15"), ("tuantruoc", "2026-11-09..2026-11-15"),
        ("thismonth", "2026-11-01..2026-11-30"), ("thángnày", "2026-11-01..2026-11-30"),
        ("lastmonth", "2026-10-01..2026-10-31"), ("thángtrước", "2026-10-01..2026-10-31"),
        ("thisyear", "2026-01-01..2026-12-31"), ("nămnay", "2026-01-01..2026-12-31"),
        ("nămnày", "2026-01-01..2026-12-31"), ("lastyear", "2025-01-01..2025-12-31"),
        ("năm ngoái", "2025-01-01..2025-12-31"), ("nămtrước", "2025-01-01..2025-12-31"),
    ]

    private static let ends: [(String, DateExpression.Use, String)] = [
        ("2015-03", .since, "2015-03-01.."), ("2015-03", .until, "..2015-03-31"), ("2015-03", .before, "..2015-02-28"),
        ("7d", .since, "2026-11-15.."), ("7d", .until, "..2026-11-15"), ("7d", .before, "..2026-11-14"),
        ("thisweek", .until, "..2026-11-22"), ("hômnay", .before, "..2026-11-20"),
    ]
}
