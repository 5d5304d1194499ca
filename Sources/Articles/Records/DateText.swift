package import CivilTime

/// Parses dates and date-times in the forms that archives use.
///
/// `2015-03-19`, `2015-03-19T10:00:00+07:00`, `2015-03-19 10:00Z`, with a fraction of a second or without seconds;
/// `19/03/2015`, `19-3-2015` and `19.3.2015`, day before month as in Vietnam, with or without a time after it.
package enum DateText {
    /// Reads a whole text as a date.
    ///
    /// - Parameters:
    ///   - text: The text; white space around it is ignored.
    ///   - offset: The archive's time zone in seconds east of Greenwich, to which a time with a zone is converted.
    /// - Returns: The date, or nil where the text is anything else or the day does not exist.
    package static func date(_ text: some StringProtocol, offset: Int) -> PublicationDate? {
        var cursor = DigitCursor(text)
        guard let (day, isISO) = day(&cursor) else { return nil }
        if cursor.isAtEnd { return PublicationDate(day: day) }
        guard cursor.skip(isISO ? "Tt ," : " ,") else { return nil }
        cursor.skipBlanks()
        guard let second = timeOfDay(&cursor) else { return nil }
        cursor.skipBlanks()
        if cursor.isAtEnd { return PublicationDate(day: day, secondOfDay: second) }
        guard let zone = zone(&cursor), cursor.isAtEnd else { return nil }
        let unix = day.number * 86_400 + second - zone
        return PublicationDate(unixSeconds: unix, offset: offset)
    }

    private static func day(_ cursor: inout DigitCursor) -> (Day, isISO: Bool)? {
        guard let first = cursor.number(digits: 1...4), let separator = cursor.take("-/.") else { return nil }
        guard let month = cursor.number(digits: 1...2), cursor.take("-/.") == separator else { return nil }
        guard let last = cursor.number(digits: first.digits == 4 ? 1...2 : 4...4), first.digits != 3 else {
            return nil
        }
        let isISO = first.digits == 4
        let (year, dayOfMonth) = isISO ? (first.value, last.value) : (last.value, first.value)
        return Day(year: year, month: month.value, day: dayOfMonth).map { ($0, isISO) }
    }

    private static func timeOfDay(_ cursor: inout DigitCursor) -> Int? {
        guard let hour = cursor.number(digits: 1...2), cursor.skip(":"), hour.value < 24 else { return nil }
        guard let minute = cursor.number(digits: 2...2), minute.value < 60 else { return nil }
        guard cursor.skip(":") else { return hour.value * 3600 + minute.value * 60 }
        guard let second = cursor.number(digits: 2...2), second.value <= 60 else { return nil }
        if cursor.skip(".,"), cursor.number(digits: 1...18) == nil { return nil }
        // A leap second counts as the second before it, which every clock has.
        return hour.value * 3600 + minute.value * 60 + min(second.value, 59)
    }

    private static func zone(_ cursor: inout DigitCursor) -> Int? {
        if cursor.skip("Zz") { return 0 }
        guard let sign = cursor.take("+-"), let hours = cursor.number(digits: 2...2), hours.value < 24 else {
            return nil
        }
        var minutes = 0
        if cursor.skip(":") || !cursor.isAtEnd {
            guard let number = cursor.number(digits: 2...2), number.value < 60 else { return nil }
            minutes = number.value
        }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours.value * 3600 + minutes * 60)
    }
}

/// A position in a short text of digits and marks.
private struct DigitCursor {
    private var bytes: [UInt8]
    private var place = 0

    init(_ text: some StringProtocol) {
        // No date is longer: a text that had to be cut is not a date in any case.
        bytes = Array(text.utf8.prefix(256))
        while bytes.last.map({ $0 <= 0x20 }) == true { bytes.removeLast() }
        skipBlanks()
    }

    var isAtEnd: Bool { place == bytes.count }

    mutating func number(digits: ClosedRange<Int>) -> (value: Int, digits: Int)? {
        var value = 0
        var count = 0
        while place < bytes.count, count < digits.upperBound, (0x30...0x39).contains(bytes[place]) {
            value = value * 10 + Int(bytes[place] - 0x30)
            place += 1
            count += 1
        }
        return count >= digits.lowerBound ? (value, count) : nil
    }

    mutating func take(_ choices: StaticString) -> UInt8? {
        guard place < bytes.count else { return nil }
        let byte = bytes[place]
        let isChoice = choices.withUTF8Buffer { $0.contains(byte) }
        if isChoice { place += 1 }
        return isChoice ? byte : nil
    }

    mutating func skip(_ choices: StaticString) -> Bool { take(choices) != nil }

    mutating func skipBlanks() {
        while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    }
}
