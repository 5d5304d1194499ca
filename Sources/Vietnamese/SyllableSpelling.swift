/// The less frequent steps of building a key.
extension SyllableScanner {
    /// Whether a mark may follow: the key under construction has a letter (or another mark) at its end, not a digit.
    @inline(__always)
    static func endsWithLetter(_ key: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        length > 0 && key[length &- 1] &- UInt8(ascii: "0") >= 10
    }

    /// Adds a combining mark to the exact key and returns the key's new length.
    ///
    /// A vowel mark composes with the last letter, unless a mark in the same position is between them (other than a
    /// tone mark, which is not part of the key yet). Any other mark is kept after the letter.
    @inline(__always)
    package static func append(_ mark: ScalarEntry, to key: UnsafeMutablePointer<UInt8>, length: Int) -> Int {
        if let vowel = VowelMark.composed(key[length &- 1], mark.folded) {
            UnsafeMutableRawPointer(key + (length &- 1)).storeBytes(of: vowel, as: UInt16.self)
            return capped(key, length &+ 1)
        }
        return insert(mark, into: key, length: length)
    }

    /// Inserts a mark among those of the last letter, in canonical order, and returns the new length.
    @inline(never)
    private static func insert(_ typed: ScalarEntry, into key: UnsafeMutablePointer<UInt8>, length: Int) -> Int {
        var mark = typed
        guard length <= SyllableRecord.longestKey else { return length }
        var letterEnd = length
        var isBlocked = false
        let typedOrder = combiningClass(typed.folded)
        while let before = SyllableScanner.mark(in: key, endingAt: letterEnd) {
            isBlocked = isBlocked || combiningClass(before.value) == typedOrder
            letterEnd -= before.width
        }
        // In canonical order the horn composes before the circumflex, which then is the first of the marks above.
        var isFirst = false
        if mark.folded == 0x31B, letterEnd >= 2, key[letterEnd - 2] == 0xC3, key[letterEnd - 1] == 0xB4 {
            (key[letterEnd - 2], key[letterEnd - 1]) = (0xC6, 0xA1)
            mark = ScalarEntry("\u{302}")
            isFirst = true
        }
        var place = length
        var (bytes, width) = (mark.exact, Int(mark.exactLength))
        if letterEnd > 0, !isBlocked, let vowel = VowelMark.composed(key[letterEnd - 1], mark.folded) {
            key[letterEnd - 1] = UInt8(truncatingIfNeeded: vowel)
            (place, bytes, width) = (letterEnd, UInt64(vowel >> 8), 1)
        } else {
            let order = combiningClass(mark.folded)
            while order > 0, let before = SyllableScanner.mark(in: key, endingAt: place),
                combiningClass(before.value) > order || (isFirst && combiningClass(before.value) == order)
            { place -= before.width }
        }
        for position in (place..<length).reversed() { key[position + width] = key[position] }
        for offset in 0..<width { key[place + offset] = UInt8(truncatingIfNeeded: bytes >> UInt64(offset * 8)) }
        return capped(key, length + width)
    }

    /// The mark at the end of a part of a key, or nil where it ends with a letter.
    ///
    /// The marks of the scripts whose letters are decomposed have two bytes, CC 80 to CD AF; those for symbols, which
    /// may follow any letter, have three, E2 83 90 to E2 83 B0.
    private static func mark(
        in key: UnsafeMutablePointer<UInt8>, endingAt end: Int
    ) -> (value: UInt32, width: Int)? {
        guard end >= 2, key[end - 1] & 0xC0 == 0x80 else { return nil }
        let last = UInt32(key[end - 1] & 0x3F)
        if key[end - 2] & 0xFE == 0xCC {
            let value = UInt32(key[end - 2] & 0x1F) << 6 | last
            return value < 0x370 ? (value, 2) : nil
        }
        guard end >= 3, key[end - 3] == 0xE2, key[end - 2] == 0x83, (0x10...0x30).contains(last) else { return nil }
        return (0x20C0 | last, 3)
    }

    /// The length of a key under construction, limited to the cap; the key then ends with the byte read last.
    @inline(__always)
    static func capped(_ key: UnsafeMutablePointer<UInt8>, _ length: Int) -> Int {
        guard length > lengthCap else { return length }
        // The byte is past the longest key, so it is never read as part of one, only by `endsWithLetter` and `append`.
        key[lengthCap &- 1] = key[length &- 1]
        return lengthCap
    }

    private static func combiningClass(_ value: UInt32) -> UInt8 {
        Unicode.Scalar(value)?.properties.canonicalCombiningClass.rawValue ?? 0
    }

    /// Whether a range of the text consists of ASCII digits alone.
    @inline(never)
    static func areDigits(_ source: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        (start..<end).allSatisfy { source[$0] &- UInt8(ascii: "0") < 10 }
    }

    /// The length of a key cut down to `SyllableRecord.longestKey`, at a boundary between scalars.
    @inline(never)
    package static func cut(_ key: UnsafePointer<UInt8>, _ length: Int) -> Int {
        guard length > SyllableRecord.longestKey else { return length }
        var end = SyllableRecord.longestKey
        while end > 0, key[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    /// Writes the folded form of a key that was cut, and returns its length.
    ///
    /// Syllables that are cut to the same exact key therefore have the same folded key; `NgramTally` relies on that.
    @inline(never)
    package static func fold(
        _ key: UnsafePointer<UInt8>, _ length: Int, into folded: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var bytes: [UInt8] = []
        appendFolded(UnsafeBufferPointer(start: key, count: length), to: &bytes)
        for (offset, byte) in bytes.enumerated() { folded[offset] = byte }
        return bytes.count
    }

    /// The combining marks that follow an ideograph, a kana or a Hangul block, and where they end.
    @inline(never)
    static func readMarks(
        _ source: UnsafePointer<UInt8>, from start: Int, end: Int, table: ScalarTable.Pointers
    ) -> (read: [ScalarEntry], end: Int) {
        var marks: [ScalarEntry] = []
        var position = start
        while position < end, source[position] >= 0x80 {
            let (entry, width) = table.read(source, at: position, end: end)
            guard entry.kind == .mark || entry.kind == .tone else { break }
            marks.append(entry)
            position += width
        }
        return (marks, position)
    }
}
