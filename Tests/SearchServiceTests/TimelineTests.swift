import JSON
import SearchProtocol
import SearchService
import Testing

@Suite("Timelines through the service")
struct TimelineTests {
    private func home(_ dates: [String]) async throws -> ServiceHome {
        let home = try ServiceHome()
        let objects = try dates.enumerated().map { number, date in
            try JSONValue(parsing: Array(#"{"id": "\#(number)", "title": "tin", "date": "\#(date)"}"#.utf8))
        }
        _ = try await home.service.index(objects: objects)
        try await home.index(#"{"id": "undated", "title": "tin"}"#, #"{"id": "other", "title": "x", "date": "1980"}"#)
        return home
    }

    private func text(_ result: TimelineResult) -> [String] { result.buckets.map { "\($0.value):\($0.count)" } }

    @Test("A timeline has every bucket from first to last, and counts undated articles")
    func buckets() async throws {
        let home = try await home(["2014-11-30", "2015-03-01T07:00:00", "2015-03-31", "2018-01-01"])
        let years = try await home.service.timeline(TimelineParams(query: "tin", by: .year))
        #expect(text(years) == ["2014:1", "2015:2", "2016:0", "2017:0", "2018:1"])
        #expect(years.undated == 1)
        #expect(years.total == SearchTotal(value: 5, relation: .exact))
        let months = try await home.service.timeline(TimelineParams(query: "tin", until: "2017", by: .month))
        #expect(text(months) == ["2014-11:1", "2014-12:0", "2015-01:0", "2015-02:0", "2015-03:2"])
        #expect(months.undated == 0)
        let days = try await home.service.timeline(
            TimelineParams(query: "tin", since: "2015-03", until: "2015", by: .day))
        #expect(days.buckets.count == 31)
        #expect(days.buckets.map(\.count).reduce(0, +) == 2)
        #expect(days.buckets.first?.value == "2015-03-01" && days.buckets.last?.value == "2015-03-31")
    }

    @Test(
        "A timeline has days, months or years by the time between first and last article",
        arguments: [
            (["2015-01-31", "2015-03-31"], TimelineUnit.day), (["2015-01-31", "2015-05-31"], .month),
            (["2012-02-29", "2015-05-31"], .month), (["2003-01-01", "2015-05-31"], .year), (["2015-01-01"], .day),
        ])
    func unit(dates: [String], unit: TimelineUnit) async throws {
        let home = try await home(dates)
        let result = try await home.service.timeline(TimelineParams(query: "tin"))
        #expect(result.by == unit)
        #expect(result.buckets.map(\.count).reduce(0, +) == dates.count)
        #expect(Set(result.buckets.map(\.value)).count == result.buckets.count)
    }

    @Test("A timeline of no articles, or undated ones, has no buckets")
    func empty() async throws {
        let home = try await home([])
        let nothing = try await home.service.timeline(TimelineParams(query: "zzz"))
        #expect(nothing.buckets.isEmpty && nothing.total.value == 0 && nothing.undated == 0)
        let undated = try await home.service.timeline(TimelineParams(query: "tin"))
        #expect(undated.buckets.isEmpty && undated.total.value == 1 && undated.undated == 1)
    }

    @Test("Timelines that cannot be drawn are refused")
    func refused() async throws {
        let home = try await home(["0001-01-01", "2015-01-01"])
        let days = try await refusal { try await home.service.timeline(TimelineParams(query: "tin", by: .day)) }
        #expect(days?.known == .tooLarge)
        #expect(try await home.service.timeline(TimelineParams(query: "tin")).buckets.count == 2_015)
        let date = try await refusal { try await home.service.timeline(TimelineParams(query: "tin", since: "once")) }
        #expect(date?.known == .invalidParams)
        let query = try await refusal { try await home.service.timeline(TimelineParams(query: "(tin")) }
        #expect(query?.known == .badQuery)
    }
}
