internal import CivilTime

/// Finds the publication date in the first paragraph of an article.
struct DateFinder {
    /// A date and the rule that found it.
    struct Finding {
        var date: PublicationDate
        var rule: String
    }

    /// The archive's time zone in seconds east of Greenwich.
    let offset: Int
    /// The years that may be chosen.
    let years: ClosedRange<Int>

    private static let partsOfDay: Set<String> = [
        "ngày", "hôm", "sáng", "trưa", "chiều", "tối", "đêm", "khuya",
    ]
    /// Words after which a day is a deadline or an occasion, not the day of the news.
    private static let turningAway: Set<String> = [
        "từ", "đến", "trước", "sau", "tới", "hết", "qua", "dịp", "kể", "quá", "hạn", "sinh", "lễ",
    ]

    /// Words before a year in a retrospect or a plan, which says little about the day of the news.
    private static let elsewhere: Set<String> = [
        "từ", "đến", "tới", "trước", "sau", "sinh", "vào", "hồi", "kể", "kỳ", "so", "khoảng",
    ]
    /// A word before a year that is usually the current one, but counts only where no other year is named.
    private static let nearby = "cuối"
    /// The number of tokens of the lead within which a day is accepted.
    private static let reach = 30

    /// Finds the day that a lead names, with the year from the lead or the text after it; nil where there is none.
    ///
    /// - Parameters:
    ///   - lead: The first paragraph.
    ///   - text: The whole text, which is searched for a year.
    /// - Returns: The date, or nil.
    func date(lead: Substring, text: Substring) -> Finding? {
        let tokens = TextToken.tokens(of: lead, limit: 80)
        for place in tokens.indices.prefix(DateFinder.reach) {
            guard let word = tokens[place].word, DateFinder.partsOfDay.contains(word) else { continue }
            if place > 0, let before = tokens[place - 1].word, DateFinder.turningAway.contains(before) { continue }
            // "Quyết định số 54/QĐ-UB ngày ..." dates a document.
            if tokens[max(0, place - 10)..<place].contains(where: { $0.word == "số" }) { continue }
            guard let start = DateFinder.number(in: tokens, after: place) else { continue }
            if let full = WrittenDate.date(in: tokens, at: start, offset: offset) {
                if years.contains(full.value.day.year) { return Finding(date: full.value, rule: "day-in-lead") }
                continue
            }
            guard let day = dayOfYear(in: tokens, at: start) else { continue }
            guard let year = year(for: day, in: text) else { return nil }
            return Day(year: year.value, month: day.month, day: day.day).map {
                Finding(date: PublicationDate(day: $0), rule: year.rule)
            }
        }
        return nil
    }

    /// The number after "Sáng", "Chiều nay (", "Tối ngày", "Sáng thứ hai," and the like.
    private static func number(in tokens: [TextToken], after place: Int) -> Int? {
        let between: Set<String> = [
            "nay", "ngày", "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật", "sáng", "trưa", "chiều", "tối",
        ]
        for next in tokens.indices[(place + 1)...].prefix(6) {
            if tokens[next].number != nil { return next }
            if let word = tokens[next].word, between.contains(word) { continue }
            if tokens[next].mark == "(" || tokens[next].mark == "," { continue }
            return nil
        }
        return nil
    }

    private func dayOfYear(in tokens: [TextToken], at start: Int) -> (day: Int, month: Int)? {
        if start + 2 < tokens.count, tokens[start + 1].word == "tháng", let day = tokens[start].number,
            let month = tokens[start + 2].number, (1...31).contains(day), (1...12).contains(month)
        {
            return (day, month)
        }
        guard let match = WrittenDate.dayAndMonth(in: tokens, at: start) else { return nil }
        // "10-12/11" runs from the 10th to the 12th: it is not the 10th of December.
        if match.end + 1 < tokens.count, !tokens[match.end].hasGap, tokens[match.end].mark != ",",
            tokens[match.end].mark != ".", !tokens[match.end + 1].hasGap, tokens[match.end + 1].number != nil
        {
            return nil
        }
        return match.value
    }

    /// The year that a text gives for a day: the year written with that day where there is one, else the first one
    /// named.
    ///
    /// Where several years are named, none is certain, and the rule's name says so; the first was right more often than
    /// the latest.
    private func year(for day: (day: Int, month: Int), in text: Substring) -> (value: Int, rule: String)? {
        let tokens = TextToken.tokens(of: text, limit: 20_000)
        var (named, nearby): ([Int], [Int]) = ([], [])
        for place in tokens.indices.dropFirst() {
            guard let number = tokens[place].number, tokens[place].digits == 4, years.contains(number) else { continue }
            if place >= 4, let full = WrittenDate.date(in: tokens, at: place - 4, offset: offset)?.value.day,
                (full.day, full.month) == day
            {
                return (number, "day-in-lead-full-date-in-text")
            }
            guard isNamed(place, in: tokens) else { continue }
            if place > 1, tokens[place - 2].word == DateFinder.nearby {
                nearby.append(number)
            } else {
                named.append(number)
            }
        }
        if named.isEmpty { named = nearby }
        guard let first = named.first else { return nil }
        let isOnlyOne = named.allSatisfy { $0 == first }
        return (first, isOnlyOne ? "day-in-lead-year-in-text" : "day-in-lead-first-year-in-text")
    }

    /// Whether the text before a number makes it a year: "năm 2015", "3/2015".
    private func isNamed(_ place: Int, in tokens: [TextToken]) -> Bool {
        let before = tokens[place - 1]
        guard place > 1 else { return before.word == "năm" }
        let previous = tokens[place - 2]
        if before.word == "năm" { return previous.word.map(DateFinder.elsewhere.contains) != true }
        return (before.mark == "/" || before.mark == "-") && !before.hasGap && !tokens[place].hasGap
            && previous.number.map((1...12).contains) == true
    }
}
