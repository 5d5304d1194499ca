import CivilTime
import SearchEngine
import SearchProtocol

/// Articles counted over time, in buckets of one length without a gap.
struct Timeline {
    /// The length of the buckets.
    let unit: TimelineUnit
    /// The number of articles of each day that has some.
    private let days: [(day: Day, count: Int)]

    /// Creates a timeline from counts by day.
    ///
    /// - Parameters:
    ///   - counts: articles counted by day.
    ///   - unit: the length of the buckets, or nil for the one that makes a chart of a few dozen bars.
    init(_ counts: FacetCounts, by unit: TimelineUnit?) {
        days = counts.values.compactMap { entry in Timeline.day(entry.value).map { ($0, entry.count) } }
            .sorted { $0.0 < $1.0 }
        self.unit = unit ?? Timeline.unit(from: days.first?.day, to: days.last?.day)
    }

    /// The number of buckets from the first article to the last.
    var bucketCount: Int {
        guard let first = days.first?.day, let last = days.last?.day else { return 0 }
        return number(of: last) - number(of: first) + 1
    }

    /// The buckets from the earliest to the latest.
    var buckets: [FacetCount] {
        guard var day = days.first?.day else { return [] }
        var counts = [Int](repeating: 0, count: bucketCount)
        let first = number(of: day)
        for entry in days { counts[number(of: entry.day) - first] += entry.count }
        return counts.map { count in
            defer { day = next(after: day) }
            return FacetCount(value: name(of: day), count: count)
        }
    }

    /// Chooses the unit: days up to two months, months up to six years.
    private static func unit(from first: Day?, to last: Day?) -> TimelineUnit {
        guard let first, let last else { return .year }
        switch last.number - first.number {
        case ..<62: return .day
        case ..<(6 * 366): return .month
        default: return .year
        }
    }

    private static func day(_ text: String) -> Day? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]) : nil
    }

    /// A number that rises by one from bucket to bucket.
    private func number(of day: Day) -> Int {
        switch unit {
        case .year: day.year
        case .month: day.year * 12 + day.month
        case .day: day.number
        }
    }

    private func name(of day: Day) -> String {
        switch unit {
        case .year: String(day.description.prefix(4))
        case .month: String(day.description.prefix(7))
        case .day: day.description
        }
    }

    private func next(after day: Day) -> Day {
        switch unit {
        case .year: day.advanced(byMonths: 12)
        case .month: day.advanced(byMonths: 1)
        case .day: day.advanced(byDays: 1)
        }
    }
}
