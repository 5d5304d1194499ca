import CivilTime
import Testing

@Suite("Days of the calendar")
struct DayTests {
    @Test("Every day from 1800 to 2200 follows the day before it and survives a round trip through its parts")
    func roundTrip() throws {
        let start = try #require(Day(year: 1800, month: 1, day: 1))
        var (year, month, day) = (1800, 1, 1)
        for number in start.number...start.number + 146_097 {
            let current = Day(number: number)
            #expect((current.year, current.month, current.day) == (year, month, day))
            #expect(Day(year: year, month: month, day: day) == current)
            day += 1
            if day > Day.length(ofMonth: month, year: year) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test("A date outside the calendar is nil", arguments: [(2015, 2, 29), (2015, 13, 1), (0, 1, 1), (2015, 4, 31)])
    func impossible(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test("Adding months stops at the last day of the resulting month")
    func months() throws {
        let day = try #require(Day(year: 2024, month: 1, day: 31))
        #expect(day.advanced(byMonths: 1).description == "2024-02-29")
        #expect(day.advanced(byMonths: -2).description == "2023-11-30")
        #expect(day.advanced(byMonths: -100_000) == .first)
        #expect(day.advanced(byMonths: 100_000) == .last)
    }

    @Test("2017-02-05 was a Sunday")
    func weekday() throws {
        #expect(try #require(Day(year: 2017, month: 2, day: 5)).weekday == 6)
    }

    @Test("A moment becomes a day in Vietnam's time, also before 1970 and across midnight")
    func moments() {
        #expect(PublicationDate(unixSeconds: 1_486_317_600, offset: 25_200).description == "2017-02-06T01:00:00")
        #expect(PublicationDate(unixSeconds: -1, offset: 0).description == "1969-12-31T23:59:59")
        #expect(PublicationDate(unixSeconds: Int.max, offset: 25_200).day.year <= 9999)
    }

    @Test("A moment can be seen from another time zone; local time stays as it is")
    func otherZone() throws {
        let moment = PublicationDate(unixSeconds: 1_486_317_600, offset: 25_200)
        #expect(moment.seen(from: 0).description == "2017-02-05T18:00:00")
        #expect(moment.seen(from: -18_000).description == "2017-02-05T13:00:00")
        #expect(moment.seen(from: 0).seen(from: 25_200) == moment)
        let day = try #require(Day(year: 2017, month: 2, day: 5))
        for local in [PublicationDate(day: day), PublicationDate(day: day, secondOfDay: 3_600)] {
            #expect(local.seen(from: 0) == local)
        }
        #expect(PublicationDate(day: day, zoneOffset: 25_200).zoneOffset == nil)
    }

    @Test("Ranges cover a year, a month, an intersection and an empty range")
    func ranges() throws {
        let february = try #require(DayRange(year: 2016, month: 2))
        #expect(february.last?.description == "2016-02-29")
        let year = try #require(DayRange(year: 2016))
        #expect(year.intersection(february) == february)
        #expect(DayRange(first: february.last, last: february.first).isEmpty)
        #expect(!DayRange(first: nil, last: nil).isEmpty)
    }
}
