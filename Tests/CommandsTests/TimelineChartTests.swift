import SearchProtocol
import Testing

@testable import Commands

@Suite("The chart of a timeline")
struct TimelineChartTests {
    private func lines(_ counts: [Int], width: Int) -> [String] {
        let buckets = counts.enumerated().map { FacetCount(value: "\(2000 + $0)", count: $1) }
        return TimelineChart(width: width, style: Style(usesColor: false)).lines(of: buckets)
    }

    @Test("Counts are aligned to the right, bars are proportional to the counts, and a count of zero has no bar")
    func bars() {
        // Ten columns for the longest bar: 4 for the year, 3 for the count, 3 blanks between and one left free.
        let chart = lines([100, 50, 0, 1, 25], width: 21)
        #expect(
            chart == [
                "2000  100 ██████████", "2001   50 █████", "2002    0", "2003    1 ▏", "2004   25 ██▌",
            ])
    }

    @Test("Lines fit the terminal and leave its last column free", arguments: [24, 40, 80, 200])
    func width(columns: Int) {
        let chart = lines([9_999, 1, 12_345], width: columns)
        #expect(chart.map(\.count).max() == columns - 1)
    }

    @Test("A narrow terminal still shows bars, and a single bucket is one full bar")
    func narrow() {
        #expect(lines([7], width: 5) == ["2000  7 ████████"])
        #expect(lines([], width: 80).isEmpty)
    }

    @Test("Bars in eighths of a column grow with the counts and never exceed the longest bar", arguments: [8, 13, 60])
    func eighths(width: Int) {
        func length(_ count: Int) -> Double {
            let bar = TimelineChart.bar(count, of: 1_000, width: width)
            let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
            return bar.reduce(0) { $0 + Double((eighths.firstIndex(of: $1) ?? 0) + 1) / 8 }
        }
        let lengths = (1...1_000).map(length)
        #expect(zip(lengths, lengths.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(lengths.first == 0.125 && lengths.last == Double(width))
        #expect(abs(lengths[499] - Double(width) / 2) <= 0.125)
    }

    @Test("The summary counts the articles and says how many have no date")
    func summary() {
        var result = TimelineResult(
            by: .year, buckets: [], undated: 0, total: SearchTotal(value: 1, relation: .exact), revision: 1,
            tookMicroseconds: 1_234)
        #expect(TimelineCommand.summary(result) == "1 article, 1.2 ms")
        (result.undated, result.total) = (7, SearchTotal(value: 20, relation: .atLeast))
        #expect(TimelineCommand.summary(result) == "at least 20 articles, 7 without a date, 1.2 ms")
        result.total = SearchTotal(value: 0, relation: .exact)
        #expect(TimelineCommand.summary(result) == "nothing found")
    }
}
