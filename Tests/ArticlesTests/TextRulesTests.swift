import ArticleModel
import Testing

@testable import Articles

@Suite("Rules for dates, sources and authors in text")
struct TextRulesTests {
    @Test(
        "A date is found by its rule",
        arguments: [
            ("Thông xe (19:43 14/06/2020)", "Cầu xong.", "2020-06-14T19:43:00", "date-after-title"),
            ("Thông xe (14/6/2020)", "Cầu xong.", "2020-06-14", "date-after-title"),
            ("Thông xe", "24/03/2021 21:54\nCầu xong.", "2021-03-24T21:54:00", "date-line"),
            ("Thông xe", "Thứ sáu, 24/03/2021, 21:54 (GMT+7)\nCầu xong.", "2021-03-24T21:54:00", "date-line"),
            ("Thông xe", "Thứ 6, ngày 24-3-2021 - 21h54\nCầu xong.", "2021-03-24T21:54:00", "date-line"),
            ("Thông xe", "Thứ Sáu, ngày 24 tháng 3 năm 2021\nCầu xong.", "2021-03-24", "date-line"),
            ("Thông xe", "2021-03-24T14:54:00Z\nCầu xong.", "2021-03-24T21:54:00", "date-line"),
            ("Thông xe", "24/03/2021 9:54 PM\nCầu xong.", "2021-03-24T21:54:00", "date-line"),
            ("Thông xe", "Ngày đăng 05/05/2022 | 13:45\nCầu xong.", "2022-05-05T13:45:00", "labelled-date-line"),
            ("Thông xe", "Cập nhật lúc 13:45, 05/05/2022\nCầu xong.", "2022-05-05T13:45:00", "labelled-date-line"),
            ("Thông xe", "Ngày 19/3/2015, cầu xong.", "2015-03-19", "day-in-lead"),
            ("Thông xe", "Ngày 19/3, cầu xong.\nKế hoạch năm 2015 đã đạt.", "2015-03-19", "day-in-lead-year-in-text"),
            ("Thông xe", "Chiều 14-11, họp.\nNhững tuần cuối năm 2019.", "2019-11-14", "day-in-lead-year-in-text"),
            (
                "Thông xe", "Chiều 14-11, họp.\nXong cuối năm 2020. Năm 2019 đã tốt.", "2019-11-14",
                "day-in-lead-year-in-text"
            ),
            ("Thông xe", "Chiều 14-11, cầu xong.\nTừ 5/10/2016 đến nay.", "2016-11-14", "day-in-lead-year-in-text"),
            ("Thông xe", "TTO - Sáng nay (3/2), cầu xong.\nNăm 2017 có hội.", "2017-02-03", "day-in-lead-year-in-text"),
            ("Thông xe", "Tối ngày 5/6 cầu xong.\nTrong năm 2018.", "2018-06-05", "day-in-lead-year-in-text"),
            ("Thông xe", "Ngày 5 tháng 6, cầu xong.\nTrong năm 2018.", "2018-06-05", "day-in-lead-year-in-text"),
            ("Thông xe", "Ngày 5/6 cầu xong.\nNăm 2018 và năm 2012.", "2018-06-05", "day-in-lead-first-year-in-text"),
            ("Thông xe", "Ngày 5/6 xong.\nNăm 2012. Hôm 5/6/2018.", "2018-06-05", "day-in-lead-full-date-in-text"),
        ])
    func dates(title: String, rest: String, date: String, rule: String) throws {
        let article = try article(ofText: "\(title)\n\n\(rest)\nHết chuyện.\n")
        #expect(article.date?.description == date && article.rule("date") == rule)
        #expect(article.title == "Thông xe")
    }

    @Test(
        "The rules do not invent a date",
        arguments: [
            "Cầu xong.", "Ngày 19/3, cầu xong.", "Ngày 31/2, cầu xong năm 2015.", "Từ ngày 19/3/2015, cầu mở.",
            "Ngày 10-12/11, hội mở trong năm 2015.", "Ngày 19/3, cầu xong.\nÔng sinh năm 1960.",
            "Ngày 19/3, cầu xong.\nÔng về làng từ năm 2010.", "Theo Quyết định số 12/QĐ ngày 19/3/2015, cầu mở.",
            "Tỷ lệ 3/4 năm 2015.", "31/02/2021 21:54\nCầu xong.", "Ngày 29/2, cầu xong năm 2015.",
        ])
    func noDate(text: String) throws {
        #expect(try article(ofText: "Thông xe\n\n\(text)\nHết chuyện.\n").date == nil)
    }

    @Test(
        "A source is the text in front of the first paragraph",
        arguments: [
            ("Kinhtedothi - Ngày vui.", "Kinhtedothi"), ("(HNMO) - Ngày vui.", "HNMO"), ("(LĐTĐ) Ngày vui.", "LĐTĐ"),
            ("TTO - Ngày vui.", "TTO"), ("HNP - Ngày vui.", "HNP"), ("(Dân trí) – Ngày vui.", "Dân trí"),
            ("VietnamPlus - Ngày vui.", "VietnamPlus"), ("(PLO)- Ngày vui.", "PLO"), ("TTO- Ngày vui.", "TTO"),
            ("(Chinhphu.vn) - Ngày vui.", "Chinhphu.vn"),
        ])
    func sources(lead: String, source: String) throws {
        let article = try article(ofText: "Thông xe\n\n\(lead)\nHết chuyện.\n")
        #expect(article.source == source && article.body.hasPrefix(lead))
    }

    @Test(
        "Text that only resembles a source is not one",
        arguments: [
            "Hà Nội - Ngày vui.", "(Ảnh: Lan) Ngày vui.", "TP.HCM - Ngày vui.", "Huế - Ngày vui.", "Paris - Ngày vui.",
            "Covid-19 lan rộng.", "(2015) - Ngày vui.", "Ông Ba - người làng - vui.", "Singapore - Ngày vui.", "()",
            "-",
            "SACE - giấy thông hành.", "(a", "Hà Nội, 3/2 - Ngày vui.",
        ])
    func noSource(lead: String) throws {
        #expect(try article(ofText: "Thông xe\n\n\(lead)\nHết chuyện.\n").source == nil)
    }

    @Test(
        "An author is a last line of one to five capitalised words, and is not part of the body",
        arguments: [
            ("H. Hạnh", "H. Hạnh", "author-last-line"), ("Hồng Hạnh", "Hồng Hạnh", "author-last-line"),
            ("PV", "PV", "author-last-line"), ("Minh Tâm - Lan Anh", "Minh Tâm - Lan Anh", "author-last-line"),
            ("Bài, ảnh: Minh Tâm", "Minh Tâm", "author-after-label"), ("Tác giả: Lan", "Lan", "author-after-label"),
            ("Hồng Hạnh (tổng hợp)", "Hồng Hạnh", "author-last-line"), ("NGUYỄN LAN", "NGUYỄN LAN", "author-last-line"),
        ])
    func authors(line: String, author: String, rule: String) throws {
        let article = try article(ofText: "Thông xe\n\nCầu xong.\n\n\(line)\n")
        #expect(article.author == author && article.rule("author") == rule && article.body == "Cầu xong.")
    }

    @Test(
        "A last line of prose, or a note, names no author",
        arguments: [
            "Cầu đã xong.", "cầu đã xong", "Cầu Mây Đã Xong.", "Một Hai Ba Bốn Năm Sáu", "Ảnh: Lan", "Năm 2015", "Tags",
            "Thời sự",
        ])
    func noAuthor(line: String) throws {
        let article = try article(ofText: "Thông xe\n\nCầu xong.\n\n\(line)\n")
        #expect(article.author == nil && article.body.hasSuffix(line))
    }

    @Test("Theo TTXVN names the source, below or above the author, unless the text began with another source")
    func sourceNote() throws {
        let first = try article(ofText: "Thông xe\n\nCầu xong.\n\nHồng Hạnh\nTheo TTXVN\n")
        #expect(first.source == "TTXVN" && first.rule("source") == "source-note")
        #expect(first.author == "Hồng Hạnh" && first.body == "Cầu xong.")
        let second = try article(ofText: "Thông xe\n\n(HNMO) - Cầu xong.\n\nTheo TTXVN\n")
        #expect(second.source == "HNMO" && second.body.hasSuffix("Theo TTXVN"))
    }
}
