/// Measured numbers, and which share of them is below which.
package struct Quantiles {
    private var numbers: [Double] = []

    /// No numbers yet.
    package init() {}

    /// How many there are.
    package var count: Int { numbers.count }

    /// Adds a number.
    package mutating func add(_ number: Double) { numbers.append(number) }

    /// Adds all numbers of others.
    package mutating func add(_ other: Quantiles) { numbers += other.numbers }

    /// The largest, 0 where there is none.
    package var largest: Double { numbers.max() ?? 0 }

    /// The number that so many per cent do not pass; 0 where there is none.
    package func percentile(_ percent: Int) -> Double {
        guard !numbers.isEmpty else { return 0 }
        return numbers.sorted()[min(numbers.count - 1, numbers.count * percent / 100)]
    }
}
