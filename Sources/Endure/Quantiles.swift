/// Measured numbers, and which share of them is below which.
struct Quantiles {
    private var numbers: [Double] = []

    /// How many there are.
    var count: Int { numbers.count }

    mutating func add(_ number: Double) { numbers.append(number) }

    mutating func add(_ other: Quantiles) { numbers += other.numbers }

    /// The largest, 0 where there is none.
    var largest: Double { numbers.max() ?? 0 }

    /// The number that so many per cent do not pass; 0 where there is none.
    func percentile(_ percent: Int) -> Double {
        guard !numbers.isEmpty else { return 0 }
        return numbers.sorted()[min(numbers.count - 1, numbers.count * percent / 100)]
    }
}
