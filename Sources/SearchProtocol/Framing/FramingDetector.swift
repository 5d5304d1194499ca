import JSON

/// Tells from the beginning of a connection how its messages are delimited.
///
/// A byte order mark and white space before the first message are skipped. `{` and `[` begin a JSON text, and a name
/// with a colon behind it begins the headers, whichever header comes first and in whatever case. Anything else, such as
/// a request of HTTP, is neither.
struct FramingDetector: Sendable {
    /// The outcome of looking at the bytes so far.
    enum Outcome: Hashable {
        /// The framing is known.
        case found(Framing)
        /// More bytes are needed.
        case undecided
        /// The bytes begin neither framing.
        case neither
    }

    /// The length in bytes of the longest name of a header.
    private static let nameLimit = 64
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private var markLength = 0
    private var nameLength = 0

    /// Examines the next byte of the connection.
    ///
    /// - Parameter byte: the byte; each is passed once, in order, until the framing is found.
    /// - Returns: the outcome, and whether the byte comes before the first message.
    mutating func take(_ byte: UInt8) -> (outcome: Outcome, isSkipped: Bool) {
        if markLength < FramingDetector.byteOrderMark.count, nameLength == 0 {
            if byte == FramingDetector.byteOrderMark[markLength] {
                markLength += 1
                return (.undecided, true)
            }
            guard markLength == 0 else { return (.neither, false) }
        }
        // A mark is one only at the very beginning.
        markLength = FramingDetector.byteOrderMark.count
        if nameLength == 0 {
            if JSONByte.isWhiteSpace(byte) { return (.undecided, true) }
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { return (.found(.lines), false) }
        } else if byte == UInt8(ascii: ":") {
            return (.found(.contentLength), false)
        }
        nameLength += 1
        let isInName = FramingDetector.isInName(byte) && nameLength <= FramingDetector.nameLimit
        return (isInName ? .undecided : .neither, false)
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"): true
        default: JSONByte.isDigit(byte)
        }
    }
}
