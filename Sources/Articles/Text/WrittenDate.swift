internal import CivilTime

/// Parses dates and times of day in running text.
enum WrittenDate {
    /// The parsed value, and the index of the token after it.
    struct Match<Value> {
        var value: Value
        var end: Int
    }

    /// A date with its year at a token: `24/03/2021`, `24-3-2021`, `24.3.2021`, `24 tháng 3 năm 2021`, or ISO 8601 with
    /// or without a time.
    static func date(in tokens: [TextToken], at start: Int, offset: Int) -> Match<PublicationDate>? {
        guard start < tokens.count, let first = tokens[start].number else { return nil }
        if tokens[start].digits == 4 { return iso(in: tokens, at: start, offset: offset) }
        if let day = inWords(in: tokens, at: start, day: first) { return day }
        guard let month = dayAndMonth(in: tokens, at: start), month.end + 1 < tokens.count else { return nil }
        guard tokens[month.end].mark == tokens[start + 1].mark, !tokens[month.end].hasGap else { return nil }
        let year = tokens[month.end + 1]
        guard year.digits == 4, !year.hasGap, let number = year.number else { return nil }
        return Day(year: number, month: month.value.month, day: month.value.day)
            .map { Match(value: PublicationDate(day: $0), end: month.end + 2) }
    }

    /// A day and a month at a token, `19/3` or `14-11`, regardless of what follows them.
    static func dayAndMonth(in tokens: [TextToken], at start: Int) -> Match<(day: Int, month: Int)>? {
        guard start + 2 < tokens.count, let day = tokens[start].number, let month = tokens[start + 2].number else {
            return nil
        }
        guard let mark = tokens[start + 1].mark, mark == "/" || mark == "-" || mark == "." else { return nil }
        guard !tokens[start + 1].hasGap, !tokens[start + 2].hasGap else { return nil }
        guard (1...31).contains(day), (1...12).contains(month), tokens[start + 2].digits <= 2 else { return nil }
        return Match(value: (day, month), end: start + 3)
    }

    /// A time of day at a token, `21:54`, `21:54:03`, `21h54` or `9:54 PM`, in seconds.
    static func time(in tokens: [TextToken], at start: Int) -> Match<Int>? {
        guard start + 2 < tokens.count, var hour = tokens[start].number, tokens[start].digits <= 2 else { return nil }
        let separator = tokens[start + 1]
        guard separator.mark == ":" || separator.word == "h" || separator.word == "g", !separator.hasGap else {
            return nil
        }
        guard let minute = tokens[start + 2].number, tokens[start + 2].digits == 2, minute < 60 else { return nil }
        var end = start + 3
        var second = 0
        if end + 1 < tokens.count, tokens[end].mark == ":", tokens[end + 1].digits == 2 {
            second = tokens[end + 1].number ?? 0
            end += 2
        }
        if end < tokens.count, let half = tokens[end].word, half == "am" || half == "pm", (1...12).contains(hour) {
            hour = hour % 12 + (half == "pm" ? 12 : 0)
            end += 1
        }
        guard hour < 24, second < 60 else { return nil }
        return Match(value: hour * 3600 + minute * 60 + second, end: end)
    }

    private static func iso(in tokens: [TextToken], at start: Int, offset: Int) -> Match<PublicationDate>? {
        guard start + 4 < tokens.count, tokens[start + 1].mark == "-" else { return nil }
        let run = start..<(tokens[(start + 1)...].firstIndex(where: \.hasGap) ?? tokens.count)
        // The longest range that reads as a date counts: a time and a zone may follow, and then a bracket.
        for end in stride(from: min(run.upperBound, start + 16), through: start + 5, by: -1) {
            let text = tokens[start].text.base[tokens[start].text.startIndex..<tokens[end - 1].text.endIndex]
            if let date = DateText.date(text, offset: offset) { return Match(value: date, end: end) }
        }
        return nil
    }

    private static func inWords(in tokens: [TextToken], at start: Int, day: Int) -> Match<PublicationDate>? {
        guard start + 4 < tokens.count, tokens[start + 1].word == "tháng", let month = tokens[start + 2].number else {
            return nil
        }
        let isNamed = tokens[start + 3].word == "năm"
        guard isNamed || tokens[start + 3].mark == "/" || tokens[start + 3].mark == "-" else { return nil }
        guard tokens[start + 4].digits == 4, let year = tokens[start + 4].number else { return nil }
        return Day(year: year, month: month, day: day)
            .map { Match(value: PublicationDate(day: $0), end: start + 5) }
    }
}
