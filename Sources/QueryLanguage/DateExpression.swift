package import CivilTime

/// The syntax of dates after `date:`, `since:`, `until:` and `before:`.
///
/// A single date has one of these forms; it means all the days that it covers:
///
/// - a year `2015`, a month `2015-03` or `3/2015`, a day `2015-03-19` or `19/3/2015`. Years have four digits; `-`, `/`
///   and `.` are equivalent separators; with the year last, the day comes first, as in Vietnam;
/// - `7d`, `2w`, `3m`, `1y`: the last 7 days, 14 days, 3 months, 12 months up to and including today. Months run from
///   the day after the same day of the earlier month (its last day, where it is shorter);
/// - `today` and `yesterday`; `thisweek` (Monday to Sunday), `thismonth`, `thisyear` and their `last...` counterparts,
///   each with all of its days; likewise `hômnay`, `hômqua`, `tuầnnày`, `thángnày`, `nămnay`, `tuầntrước`,
///   `thángtrước`, `nămtrước`, `nămngoái`, with or without marks.
///
/// `a..b` means the days from the first of `a` to the last of `b`; `..b` and `a..` are open at one end. As an end of a
/// range, and after `until:`, `7d` means the day on which those seven days begin. White space is ignored.
package enum DateExpression {
    /// The use of the days of an expression.
    package enum Use: Hashable, Sendable {
        /// The days themselves, or a range.
        case on
        /// The first of the days and all days after it.
        case since
        /// The last of the days and all days before it.
        case until
        /// All days before the first of the days.
        case before
    }

    /// Returns the days that an expression means.
    ///
    /// - Parameters:
    ///   - text: The expression, in any Unicode normal form.
    ///   - use: The use of the days; a range is accepted only for `on`.
    ///   - today: The day from which relative dates are counted.
    /// - Returns: The days; never an empty range.
    /// - Throws: `QueryError`, its column counted from the start of `text`, where the text is not such an expression,
    ///   names a day that does not exist, or is a range whose ends are in the wrong order.
    package static func days(of text: String, for use: Use = .on, today: Day) throws(QueryError) -> DayRange {
        guard let dots = text.firstRange(of: "..") else {
            let date = try SingleDate(text[...], in: text, today: today)
            switch use {
            case .on: return date.days
            case .since: return DayRange(first: date.first, last: nil)
            case .until: return DayRange(first: nil, last: date.end)
            case .before:
                guard date.first > .first else {
                    throw QueryError(0..<text.utf8.count, "no day lies before \(date.first)", expected: "a later date")
                }
                return DayRange(first: nil, last: date.first.advanced(byDays: -1))
            }
        }
        guard use == .on else {
            throw QueryError(0..<text.utf8.count, "a range where one date is wanted", expected: SingleDate.examples)
        }
        let (left, right) = (text[..<dots.lowerBound], text[dots.upperBound...])
        let isOpen = (start: left.allSatisfy(\.isWhitespace), end: right.allSatisfy(\.isWhitespace))
        if isOpen.start, isOpen.end {
            throw QueryError(0..<text.utf8.count, "a range without ends", expected: "a date before or behind the ..")
        }
        let first = isOpen.start ? nil : try SingleDate(left, in: text, today: today).first
        let last = isOpen.end ? nil : try SingleDate(right, in: text, today: today).end
        let days = DayRange(first: first, last: last)
        if days.isEmpty {
            throw QueryError(
                0..<text.utf8.count, "the range ends before it begins", expected: "the earlier date first")
        }
        return days
    }
}
