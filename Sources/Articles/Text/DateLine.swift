internal import CivilTime

/// A line, or a bracket after a title, that contains only the publication time.
struct DateLine {
    /// The date, or nil where the line holds a time of day alone.
    var date: PublicationDate?
    /// Whether words such as "Ngày đăng" introduce it.
    var isLabelled = false

    private static let weekdays: Set<String> = [
        "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy", "chủ", "nhật", "cn", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday",
    ]
    private static let labels: Set<String> = [
        "đăng", "cập", "xuất", "bản", "gửi", "update", "updated", "posted", "published", "date",
    ]
    private static let others: Set<String> = [
        "ngày", "lúc", "hồi", "vào", "giờ", "gmt", "utc", "sáng", "trưa", "chiều", "tối", "đêm",
    ]
    private static let marks: Set<Unicode.Scalar> = [
        ",", "|", "-", "–", "—", ":", "(", ")", ".", "/", ";", "•", "·", "'", "[", "]",
    ]

    /// Reads a line; nil where it contains anything else.
    init?(_ line: Substring, offset: Int) {
        guard line.utf8.count <= 120 else { return nil }
        let tokens = TextToken.tokens(of: line)
        var place = 0
        var second: Int?
        while place < tokens.count {
            if date == nil, let match = WrittenDate.date(in: tokens, at: place, offset: offset) {
                (date, place) = (match.value, match.end)
            } else if second == nil, let match = WrittenDate.time(in: tokens, at: place) {
                (second, place) = (match.value, match.end)
            } else if let end = DateLine.filler(in: tokens, at: place) {
                if let word = tokens[place].word, DateLine.labels.contains(word) { isLabelled = true }
                place = end
            } else {
                return nil
            }
        }
        if date == nil, second == nil { return nil }
        if date?.secondOfDay == nil { date = date.map { PublicationDate(day: $0.day, secondOfDay: second) } }
    }

    /// The index after a filler token, which may appear around a date; nil where the token is not one.
    private static func filler(in tokens: [TextToken], at place: Int) -> Int? {
        let token = tokens[place]
        if let word = token.word {
            guard weekdays.contains(word) || labels.contains(word) || others.contains(word) else { return nil }
            // "Thứ 6" is a weekday, and "GMT+7" a zone; no other number may appear alone.
            if word == "thứ", place + 1 < tokens.count, tokens[place + 1].digits == 1 { return place + 2 }
            if word == "gmt" || word == "utc" { return zone(in: tokens, after: place) }
            return place + 1
        }
        return token.mark.map(marks.contains) == true ? place + 1 : nil
    }

    private static func zone(in tokens: [TextToken], after place: Int) -> Int {
        guard place + 2 < tokens.count, tokens[place + 1].mark == "+", tokens[place + 2].number != nil else {
            return place + 1
        }
        let hasMinutes = place + 4 < tokens.count && tokens[place + 3].mark == ":" && tokens[place + 4].digits == 2
        return place + (hasMinutes ? 5 : 3)
    }
}
