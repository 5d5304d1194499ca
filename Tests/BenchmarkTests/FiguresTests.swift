import Measuring
import Testing

@testable import benchmark

@Suite("The tables of a benchmark")
struct FiguresTests {
    private func figures() -> QueryFigures {
        var figures = QueryFigures(engines: ["tracuu's daemon", "Tantivy"])
        for number in 1...100 {
            let isOdd = number % 2 == 1
            for (engine, factor) in [("tracuu's daemon", 2), ("Tantivy", 4)] {
                let answer = Answer(cpu: number * factor * 100_000, wall: number * 1_000_000, ids: [])
                figures.add(answer, of: engine, .twoPhrase, isFound: isOdd, isRight: number > 10)
            }
        }
        return figures
    }

    @Test("Each engine has a row for each kind, with its time relative to Tantivy's and its rate of right answers")
    func rows() throws {
        let rows = QueryTable(figures: figures()).rows
        #expect(rows.count == 3)
        let daemon = try #require(rows.first { $0[1] == "tracuu's daemon" })
        #expect(
            daemon == [
                "2 syllables, phrase", "tracuu's daemon", "100", "10.2", "19.2", "20.0", "0.500", "0.500", "51.0",
                "96.0",
                "50 %", "90/100",
            ])
        #expect(rows.allSatisfy { $0.count == rows[0].count })
    }

    @Test("The summary has a row for every kind, and marks what was not measured")
    func summary() throws {
        let rows = QuerySummary(figures: figures()).rows
        #expect(rows.count == QueryKind.allCases.count + 1)
        #expect(rows.contains(["2 syllables, phrase", "10.2 / 19.2", "20.4 / 38.4", "0.500 / 0.500"]))
        #expect(rows.contains(["1 syllable", "-", "-", "-"]))
    }

    @Test(
        "Numbers have three significant digits",
        arguments: [(0.0304, "0.030"), (0.5, "0.500"), (1.0, "1.00"), (0.9996, "1.00"), (270.4, "270")])
    func numbers(number: Double, text: String) {
        #expect(QueryTable.number(number) == text)
    }

    @Test("The rate of a build is articles per second, and its size is relative to the text")
    func build() {
        var table = BuildTable(textBytes: 1_000_000)
        let figures = BuildFigures(
            articles: 1_000, wall: 2_000_000_000, cpu: 500_000_000, peakMemory: 64_000_000, bytes: 1_150_000)
        table.add("engine", (figures, false))
        #expect(table.rows.last == ["engine", "500", "2000", "0.50", "2.00", "64", "1", "1.15", ""])
    }
}
