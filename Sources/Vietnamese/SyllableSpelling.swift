/// The rarer steps of spelling a key.
extension SyllableScanner {
    /// Whether a mark may follow: the key under construction has a letter (or another mark) at its end, not a digit.
    @inline(__always)
    static func endsWithLetter(_ key: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        length > 0 && key[length &- 1] &- UInt8(ascii: "0") >= 10
    }

    /// Adds a combining mark to the exact key and returns the key's new length.
    ///
    /// A vowel mark composes with the letter at the key's end; tones are kept apart, so one between the two does not
    /// part them. Any other mark is kept behind its letter.
    @inline(__always)
    static func append(_ mark: ScalarEntry, to key: UnsafeMutablePointer<UInt8>, length: Int) -> Int {
        if let vowel = VowelMark.composed(key[length &- 1], mark.folded) {
            UnsafeMutableRawPointer(key + (length &- 1)).storeBytes(of: vowel, as: UInt16.self)
            return min(length &+ 1, 64)
        }
        UnsafeMutableRawPointer(key + length).storeBytes(of: mark.exact, as: UInt64.self)
        return min(length &+ Int(mark.exactLength), 64)
    }

    /// Whether a stretch of the text consists of ASCII digits alone.
    @inline(never)
    static func areDigits(_ source: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        (start..<end).allSatisfy { source[$0] &- UInt8(ascii: "0") < 10 }
    }

    /// The length of a key cut down to `SyllableRecord.longestKey`, at a boundary between scalars.
    @inline(never)
    static func cut(_ key: UnsafePointer<UInt8>, _ length: Int) -> Int {
        guard length > SyllableRecord.longestKey else { return length }
        var end = SyllableRecord.longestKey
        while end > 0, key[end] & 0xC0 == 0x80 { end -= 1 }
        return end
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
