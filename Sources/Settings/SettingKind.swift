/// The type of a setting's value.
package enum SettingKind: Hashable, Sendable {
    /// A path of a file or folder; `~/` is the home folder.
    case path
    /// Paths of one or several folders, separated in a text by zero bytes, which no path contains.
    case folders
    /// The name of a log level.
    case logLevel
    /// Hours and minutes ahead of UTC: `+07:00`.
    case timeZone
    /// A duration greater than zero: `5s`.
    case duration
    /// A duration greater than zero, or `never`.
    case durationOrNever
    /// A whole number in a range.
    case count(ClosedRange<Int>)
    /// A whole number in a range, or `cores`.
    case countOrCores(ClosedRange<Int>)
    /// A number of bytes in a range: `1MiB`.
    case size(ClosedRange<Int>)

    /// Whether a text is a valid value of this kind.
    package func accepts(_ text: String) -> Bool {
        switch self {
        case .path: !text.isEmpty && !text.utf8.contains(0)
        case .folders:
            !text.isEmpty && !text.utf8.split(separator: 0, omittingEmptySubsequences: false).contains(where: \.isEmpty)
        case .logLevel: LogLevel(rawValue: text) != nil
        case .timeZone: TimeOffset(text) != nil
        case .duration: Duration(settingText: text) != nil
        case .durationOrNever: text == "never" || Duration(settingText: text) != nil
        case .count(let range): Int(text).map(range.contains) ?? false
        case .countOrCores(let range): text == "cores" || Int(text).map(range.contains) ?? false
        case .size(let range): ByteSize(text).map { range.contains($0.bytes) } ?? false
        }
    }

    /// The expected value, for an error message: `a duration such as 250ms, 5s, 10m or 1h`.
    package var expectation: String {
        switch self {
        case .path: "a path"
        case .folders: "a folder, or a list such as [~/archive, /srv/news]"
        case .logLevel: "one of " + LogLevel.allCases.map(\.rawValue).joined(separator: ", ")
        case .timeZone: "an offset from UTC such as +07:00"
        case .duration: "a duration such as 250ms, 5s, 10m or 1h"
        case .durationOrNever: "a duration such as 5s, 10m or 1h, or never"
        case .count(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .countOrCores(let range): "a whole number from \(range.lowerBound) to \(range.upperBound), or cores"
        case .size(let range):
            "a size such as 64KiB or 4MiB, from \(ByteSize(bytes: range.lowerBound)) to \(ByteSize(bytes: range.upperBound))"
        }
    }
}

/// The daemon's log level; the names are those of swift-log.
package enum LogLevel: String, CaseIterable, Hashable, Sendable {
    case trace, debug, info, notice, warning, error, critical
}
