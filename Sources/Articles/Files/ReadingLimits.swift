internal import CivilTime
import FoundationEssentials

/// The limits within which files are read, and the time zone of their dates.
package struct ReadingLimits: Hashable, Sendable {
    /// The longest line of JSON Lines in bytes, its line break not counted.
    package var lineBytes: Int
    /// The longest text or Markdown file in bytes, decompressed.
    package var textFileBytes: Int
    /// The archive's time zone in seconds east of Greenwich; date-times that name another zone are converted to it.
    package var timeZoneOffset: Int
    /// The years that a guessed date may have.
    package var years: ClosedRange<Int>

    /// Creates limits; by default lines and text files of 16 MiB, Vietnam's time zone, years from 1995 to the next one.
    package init(
        lineBytes: Int = 16 << 20,
        textFileBytes: Int = 16 << 20,
        timeZoneOffset: Int = 25_200,
        years: ClosedRange<Int>? = nil
    ) {
        self.lineBytes = max(1, lineBytes)
        self.textFileBytes = max(1, textFileBytes)
        self.timeZoneOffset = timeZoneOffset
        self.years = years ?? 1995...ReadingLimits.nextYear(offset: timeZoneOffset)
    }

    private static func nextYear(offset: Int) -> Int {
        let now = Date().timeIntervalSince1970
        let seconds = Int(exactly: now.rounded(.down)) ?? 0
        return max(1995, PublicationDate(unixSeconds: seconds, offset: offset).day.year + 1)
    }
}

/// Formats a size for people: "16 MiB", or "1000 bytes" where it is not a whole number of MiB or KiB.
func sizeInWords(_ bytes: Int) -> String {
    if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
    if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KiB" }
    return "\(bytes) bytes"
}
