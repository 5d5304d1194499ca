/// Measured numbers and their quantiles.
package struct Quantiles {
    private var numbers: [Double] = []

    /// Creates quantiles without numbers.
    package init() {}

    /// The number of measured numbers.
    package var count: Int { numbers.count }

    /// Adds a number.
    package mutating func add(_ number: Double) { numbers.append(number) }

    /// Adds all numbers of other quantiles.
    package mutating func add(_ other: Quantiles) { numbers += other.numbers }

    /// The largest number; 0 where there is none.
    package var largest: Double { numbers.max() ?? 0 }

    /// The given percentile; 0 where there are no numbers.
    package func percentile(_ percent: Int) -> Double {
        guard !numbers.isEmpty else { return 0 }
        return numbers.sorted()[min(numbers.count - 1, numbers.count * percent / 100)]
    }
}
