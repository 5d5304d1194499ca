import CivilTime
import Seeding
import Testing

@testable import IndexStorage

@Suite("Dates as terms")
struct DateTermsTests {
    private static func days(_ first: Day?, _ last: Day?, years: ClosedRange<Int>) -> Set<[UInt8]> {
        Set(DateTerms.terms(covering: DayRange(first: first, last: last), years: years))
    }

    @Test("The terms cover exactly the days of a range, and are few")
    func coverage() throws {
        var generator = SeededGenerator(seed: 3)
        let years = 1995...2026
        let span = try #require(DayRange(year: 1995)?.first).number...#require(DayRange(year: 2026)?.last).number
        for _ in 0..<150 {
            let ends = (0..<2).map { _ in
                Int.random(in: span.lowerBound - 500...span.upperBound + 500, using: &generator)
            }
            let first = Bool.random(using: &generator) ? Day(number: ends.min() ?? 0) : nil
            let last = first == nil || Bool.random(using: &generator) ? Day(number: ends.max() ?? 0) : nil
            let terms = DateTerms.terms(covering: DayRange(first: first, last: last), years: years)
            #expect(terms.count <= 120)
            let set = Set(terms)
            #expect(set.count == terms.count)
            let range = DayRange(first: first, last: last)
            for number in span {
                let day = Day(number: number)
                #expect(
                    range.contains(day) == DateTerms.terms(of: day).contains(where: set.contains), "\(day) \(range)")
            }
        }
    }

    @Test("The terms reach to both ends of the calendar")
    func ends() throws {
        let december = try #require(Day(year: 9999, month: 12, day: 15))
        #expect(Self.days(december, .last, years: 9999...9999).count == 17)
        #expect(Self.days(.first, .first, years: 1...9999).count == 1)
        #expect(Self.days(nil, nil, years: 1...9999).count == 9_999)
        #expect(Self.days(.last, .first, years: 1...9999).isEmpty)
        #expect(Self.days(nil, nil, years: 0...10_000).isEmpty)
    }
}
