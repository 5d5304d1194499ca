internal import CivilTime
import Vietnamese

/// A date without `..`, and the days that it covers.
struct SingleDate {
    static let examples = "a date such as 2015, 2015-03, 19/3/2015, 7d or today"

    let first: Day
    let last: Day
    /// The last day of a range that ends with this date.
    let end: Day

    var days: DayRange { DayRange(first: first, last: last) }

    /// Reads a part of an expression; the columns of its errors are counted from the expression's start.
    init(_ part: Substring, in expression: String, today: Day) throws(QueryError) {
        let text = fold(String(part.filter { !$0.isWhitespace }))
        if let days = SingleDate.named(text, today: today) ?? SingleDate.calendar(text),
            let first = days.first, let last = days.last
        {
            (self.first, self.last, self.end) = (first, last, last)
        } else if let first = SingleDate.firstOfRelative(text, today: today) {
            (self.first, self.last, self.end) = (first, today, first)
        } else {
            let start = expression.utf8.distance(from: expression.startIndex, to: part.startIndex)
            let written = SingleDate.oneLine(part.prefix(40))
            throw QueryError(
                start..<start + part.utf8.count,
                SingleDate.digitGroups(text) == nil ? "\(written) is no date" : "\(written) is in no calendar",
                expected: SingleDate.examples)
        }
    }

    /// A text without line breaks or other control characters, because errors are one line.
    private static func oneLine(_ text: Substring) -> String {
        let scalars = text.unicodeScalars.map { (scalar: Unicode.Scalar) -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: " "
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func named(_ text: String, today: Day) -> DayRange? {
        switch text {
        case "today", "homnay": days(from: today, count: 1)
        case "yesterday", "homqua": days(from: today.advanced(byDays: -1), count: 1)
        case "thisweek", "tuannay": days(from: today.advanced(byDays: -today.weekday), count: 7)
        case "lastweek", "tuantruoc": days(from: today.advanced(byDays: -today.weekday - 7), count: 7)
        case "thismonth", "thangnay": DayRange(year: today.year, month: today.month)
        case "lastmonth", "thangtruoc":
            today.month > 1
                ? DayRange(year: today.year, month: today.month - 1) : DayRange(year: today.year - 1, month: 12)
        case "thisyear", "namnay": DayRange(year: today.year)
        case "lastyear", "namtruoc", "namngoai": DayRange(year: today.year - 1)
        default: nil
        }
    }

    private static func days(from first: Day, count: Int) -> DayRange {
        DayRange(first: first, last: first.advanced(byDays: count - 1))
    }

    private static func firstOfRelative(_ text: String, today: Day) -> Day? {
        guard let unit = text.last, let count = number(text.dropLast(), digits: 1...4), count > 0 else { return nil }
        switch unit {
        case "d": return today.advanced(byDays: 1 - count)
        case "w": return today.advanced(byDays: 1 - count * 7)
        case "m": return today.advanced(byMonths: -count).advanced(byDays: 1)
        case "y": return today.advanced(byMonths: -count * 12).advanced(byDays: 1)
        default: return nil
        }
    }

    private static func calendar(_ text: String) -> DayRange? {
        guard let groups = digitGroups(text) else { return nil }
        switch groups.count {
        case 1: return DayRange(year: groups[0])
        case 2: return DayRange(year: groups[0], month: groups[1])
        default:
            guard let day = Day(year: groups[0], month: groups[1], day: groups[2]) else { return nil }
            return DayRange(first: day, last: day)
        }
    }

    /// Year, month and day, as far as they are written; nil where the text does not have the shape of a date.
    private static func digitGroups(_ text: String) -> [Int]? {
        guard let separator = text.first(where: { "-/.".contains($0) }) else {
            return number(text[...], digits: 4...4).map { [$0] }
        }
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count <= 3 else { return nil }
        let isYearFirst = number(parts[0], digits: 4...4) != nil
        let numbers = (isYearFirst ? parts : parts.reversed()).enumerated().compactMap { place, part in
            number(part, digits: place == 0 ? 4...4 : 1...2)
        }
        return numbers.count == parts.count ? numbers : nil
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}
