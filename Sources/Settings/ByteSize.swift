/// A number of bytes in the notation of settings: `4096`, `64KiB`, `1MB` for a million; `1.5MiB` is refused.
package struct ByteSize: Hashable, Sendable {
    /// The number of bytes, 0 or more.
    package var bytes: Int

    /// Creates a size with the given number of bytes.
    package init(bytes: Int) {
        self.bytes = max(0, bytes)
    }

    /// Reads a whole number and a unit, with or without a space between them; nil for any other text.
    ///
    /// Units are `B` (which may be omitted), `KiB`, `MiB` and `GiB` of 1,024, `kB`, `MB` and `GB` of 1,000, in any
    /// case.
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

/// A whole number of at most 18 digits and the lower-cased letters after it, or nil for any other text.
func numberAndUnit(_ text: String) -> (number: Int, unit: String)? {
    let digits = text.prefix { "0123456789".contains($0) }
    guard (1...18).contains(digits.utf8.count), let number = Int(digits) else { return nil }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    return (number, unit.lowercased())
}
