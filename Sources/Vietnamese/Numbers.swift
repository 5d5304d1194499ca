/// A number whose digits are grouped or have a decimal part, as printed in Vietnamese and English.
///
/// `8.500.000` and `8,500,000` are grouped; `3,5` and `3.5` have a decimal part; `1.500` is grouped while `1,500` is
/// one and a half, as in Vietnamese print; `1.500,75` and `1,500.75` are both. Dates and network addresses are not
/// numbers of this kind.
struct NumberReading {
    /// The end of the whole run of digits and separators.
    var end: Int
    /// The position of the decimal separator, or nil.
    var decimalPoint: Int?
    /// Whether the run is one number.
    var isOneNumber: Bool

    /// Reads digits, single dots and single commas; the byte at `start` must be an ASCII digit.
    init(_ source: UnsafePointer<UInt8>, from start: Int, end limit: Int) {
        func isDigit(_ position: Int) -> Bool {
            position < limit && source[position] &- UInt8(ascii: "0") < 10
        }
        var separators = (first: UInt8(0), last: UInt8(0), count: 0, changes: 0, lastPosition: start)
        // This covers every group except the first and the last; the last may be a decimal part.
        var innerGroupsHoldThree = true
        var position = start
        while isDigit(position) { position += 1 }
        let firstLength = position - start
        var lastLength = firstLength
        while position < limit, isDigit(position + 1),
            source[position] == UInt8(ascii: ".") || source[position] == UInt8(ascii: ",")
        {
            if separators.count == 0 {
                separators.first = source[position]
            } else {
                innerGroupsHoldThree = innerGroupsHoldThree && lastLength == 3
                if source[position] != separators.last { separators.changes += 1 }
            }
            separators.last = source[position]
            separators.count += 1
            separators.lastPosition = position
            position += 1
            let groupStart = position
            while isDigit(position) { position += 1 }
            lastLength = position - groupStart
        }
        end = position
        let canBeGrouped = firstLength <= 3 && source[start] != UInt8(ascii: "0") && innerGroupsHoldThree
        let isGrouped =
            canBeGrouped && separators.changes == 0 && lastLength == 3
            && (separators.first == UInt8(ascii: ".") || separators.count >= 2)
        // Either there is one separator, or one kind separates groups and the other the decimal part.
        let isDecimal =
            separators.count == 1
            || (canBeGrouped && separators.changes == 1 && separators.first != separators.last
                && NumberReading.changesAtEnd(source, start, separators.lastPosition))
        isOneNumber = isGrouped || isDecimal
        decimalPoint = isGrouped || !isDecimal ? nil : separators.lastPosition
    }

    /// Whether all separators before the last one are of the other kind.
    private static func changesAtEnd(_ source: UnsafePointer<UInt8>, _ start: Int, _ last: Int) -> Bool {
        (start..<last).allSatisfy { source[$0] != source[last] }
    }

    /// Writes the key, digits with at most one dot, and returns its length, at most `limit`.
    func write(_ source: UnsafePointer<UInt8>, from start: Int, to key: UnsafeMutablePointer<UInt8>, limit: Int) -> Int
    {
        var length = 0
        for position in start..<end where length < limit {
            if position == decimalPoint {
                key[length] = UInt8(ascii: ".")
            } else if source[position] &- UInt8(ascii: "0") < 10 {
                key[length] = source[position]
            } else {
                continue
            }
            length += 1
        }
        return length
    }
}
