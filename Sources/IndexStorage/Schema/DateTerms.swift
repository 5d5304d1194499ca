package import CivilTime
package import Xapian

/// Represents dates as terms for the year, the month and the day of publication.
///
/// A range is then a union of few terms (a year is one, any range a few dozen), which costs a fraction of scanning a
/// slot.
package enum DateTerms {
    /// Returns the three terms of a day.
    package static func terms(of day: Day) -> [[UInt8]] {
        let (year, month, dayOfMonth) = (padded(day.year, to: 4), padded(day.month, to: 2), padded(day.day, to: 2))
        return [
            TermPrefix.year.term(year), TermPrefix.month.term(year + month),
            TermPrefix.day.term(year + month + dayOfMonth),
        ]
    }

    /// Returns the minimal set of terms that covers exactly the days of a range, among the years that the index has.
    package static func terms(covering range: DayRange, years: ClosedRange<Int>) -> [[UInt8]] {
        guard let floor = DayRange(year: years.lowerBound)?.first, let ceiling = DayRange(year: years.upperBound)?.last
        else { return [] }
        let bounded = range.intersection(DayRange(first: floor, last: ceiling))
        guard var day = bounded.first, let last = bounded.last, day <= last else { return [] }
        var terms: [[UInt8]] = []
        while true {
            let names = DateTerms.terms(of: day)
            if let year = DayRange(year: day.year), year.first == day, let end = year.last, end <= last {
                terms.append(names[0])
                day = end
            } else if let month = DayRange(year: day.year, month: day.month), month.first == day,
                let end = month.last, end <= last
            {
                terms.append(names[1])
                day = end
            } else {
                terms.append(names[2])
            }
            // `day` is the last one covered, and no day follows the last day of the calendar.
            guard day < last else { return terms }
            day = day.advanced(byDays: 1)
        }
    }

    /// Returns the first and the last year of publication in a database, or nil if no article is dated.
    ///
    /// - Throws: `XapianError`. Takes one step for each year that the archive has.
    package static func years(in database: Database) throws(XapianError) -> ClosedRange<Int>? {
        let terms = try database.terms(withPrefix: TermPrefix.year.bytes, limit: 10_000)
        let years = terms.compactMap { Int(String(decoding: $0.term.dropFirst(), as: UTF8.self)) }
        guard let first = years.min(), let last = years.max() else { return nil }
        return first...last
    }

    /// Returns the number of articles whose date is a moment that was brought to another time zone than the archive's.
    ///
    /// - Parameters:
    ///   - offset: how many seconds the archive's local time is ahead of UTC.
    ///   - database: the database.
    /// - Returns: the number of articles.
    /// - Throws: `XapianError`. Takes one step for each time zone that the archive ever had.
    package static func articles(notAt offset: Int, in database: Database) throws(XapianError) -> Int {
        let own = TermPrefix.timeZone.term("\(offset)")
        let zones = try database.terms(withPrefix: TermPrefix.timeZone.bytes, limit: 10_000)
        return zones.reduce(0) { $1.term == own ? $0 : $0 + $1.frequency }
    }
}
