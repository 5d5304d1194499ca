/// A number of bytes as a person writes it: `4096`, `64KiB`, `1.5MiB` is refused, `1MB` is a million.
package struct ByteSize: Hashable, Sendable {
    /// The number of bytes, 0 or more.
    package var bytes: Int

    /// A size of so many bytes.
    package init(bytes: Int) {
        self.bytes = max(0, bytes)
    }

    /// Reads a whole number and a unit, with or without a space between, or nil where the text is none.
    ///
    /// Units are `B` (also left out), `KiB`, `MiB` and `GiB` of 1,024, `kB`, `MB` and `GB` of 1,000, in any case.
    package init?(_ text: String) {
        guard let (number, unit) = numberAndUnit(text) else { return nil }
        let scale: Int
        switch unit {
        case "", "b": scale = 1
        case "kib": scale = 1 << 10
        case "mib": scale = 1 << 20
        case "gib": scale = 1 << 30
        case "kb": scale = 1_000
        case "mb": scale = 1_000_000
        case "gb": scale = 1_000_000_000
        default: return nil
        }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: scale)
        if overflow { return nil }
        self.bytes = bytes
    }
}

extension ByteSize: CustomStringConvertible {
    /// The size in the largest binary unit that divides it.
    package var description: String {
        for (unit, shift) in [("GiB", 30), ("MiB", 20), ("KiB", 10)] where bytes > 0 && bytes % (1 << shift) == 0 {
            return "\(bytes >> shift)\(unit)"
        }
        return "\(bytes)B"
    }
}

/// A whole number of at most 18 digits and the lower-cased letters behind it, or nil where the text is anything else.
func numberAndUnit(_ text: String) -> (number: Int, unit: String)? {
    let digits = text.prefix { "0123456789".contains($0) }
    guard (1...18).contains(digits.utf8.count), let number = Int(digits) else { return nil }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    return (number, unit.lowercased())
}
