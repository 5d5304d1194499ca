/// The offset of a local time from UTC.
package struct TimeOffset: Hashable, Sendable {
    /// The offset in seconds; negative west of UTC.
    package var seconds: Int

    /// Reads `+07:00`, `-03:30`, `Z` or `UTC`, up to 14 hours either way; nil for any other text.
    package init?(_ text: String) {
        if text == "Z" || text == "UTC" {
            seconds = 0
            return
        }
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
            bytes[3] == UInt8(ascii: ":")
        else { return nil }
        let digits = [bytes[1], bytes[2], bytes[4], bytes[5]].map { Int($0) - 48 }
        guard digits.allSatisfy((0...9).contains) else { return nil }
        let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        guard minutes < 60, hours * 60 + minutes <= 14 * 60 else { return nil }
        seconds = (hours * 60 + minutes) * 60 * (bytes[0] == UInt8(ascii: "-") ? -1 : 1)
    }
}
