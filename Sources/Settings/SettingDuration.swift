extension Duration {
    /// Reads a whole number greater than zero and a unit: `250ms`, `5s`, `10m`, `1h` or `1d`.
    ///
    /// Nil for any other text, including a number without a unit, and for durations of more than 1,000 years.
    package init?(settingText text: String) {
        guard let (number, unit) = numberAndUnit(text), number > 0, number < 1 << 40 else { return nil }
        let milliseconds: Int
        switch unit {
        case "ms": milliseconds = 1
        case "s": milliseconds = 1_000
        case "m", "min": milliseconds = 60_000
        case "h": milliseconds = 3_600_000
        case "d": milliseconds = 86_400_000
        default: return nil
        }
        let (total, overflow) = number.multipliedReportingOverflow(by: milliseconds)
        guard !overflow, total <= 31_557_600_000_000 else { return nil }
        self = .milliseconds(total)
    }
}
