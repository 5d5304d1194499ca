import Measuring
import Testing

@Suite("Quantiles")
struct QuantilesTests {
    @Test("A percentile is the number that the given share of numbers does not exceed, in any order")
    func percentiles() {
        var quantiles = Quantiles()
        for number in (1...100).reversed() { quantiles.add(Double(number)) }
        #expect(quantiles.percentile(50) == 51)
        #expect(quantiles.percentile(95) == 96)
        #expect(quantiles.percentile(99) == 100)
        #expect(quantiles.percentile(0) == 1)
        #expect(quantiles.largest == 100)
    }

    @Test("A single number is every percentile, and an empty list has 0")
    func few() {
        var quantiles = Quantiles()
        #expect(quantiles.percentile(99) == 0)
        quantiles.add(7)
        #expect([0, 50, 100].map { quantiles.percentile($0) } == [7, 7, 7])
        var others = Quantiles()
        others.add(quantiles)
        #expect(others.count == 1)
    }
}
