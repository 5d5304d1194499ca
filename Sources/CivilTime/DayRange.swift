/// A run of days, both ends included; an end that is nil is open.
///
/// ```swift
/// let march = DayRange(year: 2015, month: 3)
/// let isInMarch = march?.contains(Day(number: 16_513))
/// ```
package struct DayRange: Hashable, Sendable {
    /// The first day, or nil for "from the beginning".
    package var first: Day?
    /// The last day, or nil for "without end".
    package var last: Day?

    /// Every day.
    package static let always = DayRange(first: nil, last: nil)

    /// The days from `first` to `last`; a range whose ends are in the wrong order holds no day.
    package init(first: Day?, last: Day?) {
        self.first = first
        self.last = last
    }

    /// All the days of a year, or nil outside the years 1 to 9999.
    package init?(year: Int) {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            return nil
        }
        self.init(first: first, last: last)
    }

    /// All the days of a month, or nil where there is no such month.
    package init?(year: Int, month: Int) {
        guard let first = Day(year: year, month: month, day: 1) else { return nil }
        self.init(first: first, last: first.advanced(byDays: Day.length(ofMonth: month, year: year) - 1))
    }

    /// Whether the ends are in the wrong order, so that no day can lie in the range.
    package var isEmpty: Bool {
        guard let first, let last else { return false }
        return last < first
    }

    /// Whether a day lies in the range.
    package func contains(_ day: Day) -> Bool {
        (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
    }

    /// The days that lie in both ranges.
    package func intersection(_ other: DayRange) -> DayRange {
        let starts = [first, other.first].compactMap { $0 }
        let ends = [last, other.last].compactMap { $0 }
        return DayRange(first: starts.max(), last: ends.min())
    }
}
