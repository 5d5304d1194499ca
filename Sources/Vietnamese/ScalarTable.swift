/// The entries of the scalars that Vietnamese text is made of, found by their UTF-8 bytes.
struct ScalarTable: Sendable {
    /// The lower case of ASCII letters and digits by byte; 0 for every other byte, also those from 80 up.
    let ascii: [UInt8]
    /// U+0080 to U+07FF, then U+1E00 to U+1EFF.
    let entries: [ScalarEntry]

    /// Where the entries of U+1E00 and up begin.
    static let additional = 0x800 - 0x80

    /// The table, made when the first text is scanned.
    static let shared = ScalarTable()

    private init() {
        ascii = (0...255).map { (byte: UInt8) in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: 0
            }
        }
        var entries = [ScalarEntry](repeating: ScalarEntry(.unlisted), count: ScalarTable.additional + 0x100)
        for value in UInt32(0x80)...0x36F {
            if let scalar = Unicode.Scalar(value) { entries[Int(value) - 0x80] = ScalarEntry(scalar) }
        }
        for value in UInt32(0x1E00)...0x1EFF {
            if let scalar = Unicode.Scalar(value) {
                entries[ScalarTable.additional + Int(value) - 0x1E00] = ScalarEntry(scalar)
            }
        }
        self.entries = entries
    }

    /// Lends the tables as pointers, for as long as `body` runs.
    @inline(__always)
    static func withPointers<Result>(
        _ body: (_ ascii: UnsafePointer<UInt8>, _ entries: UnsafePointer<ScalarEntry>) -> Result?
    ) -> Result? {
        shared.ascii.withUnsafeBufferPointer { ascii in
            shared.entries.withUnsafeBufferPointer { entries in
                guard let ascii = ascii.baseAddress, let entries = entries.baseAddress else { return nil }
                return body(ascii, entries)
            }
        }
    }
}

extension ScalarEntry {
    /// The entry of the scalar that begins with a byte from 80 up, and the scalar's width in bytes.
    ///
    /// Bytes that are not well-formed UTF-8 are separators of width 1.
    @inline(__always)
    static func read(
        _ source: UnsafePointer<UInt8>, at position: Int, end: Int, entries: UnsafePointer<ScalarEntry>
    ) -> (entry: ScalarEntry, width: Int) {
        let first = source[position]
        if first < 0xE0 {
            guard first >= 0xC2, position &+ 1 < end else { return (ScalarEntry(.separator), 1) }
            let second = source[position &+ 1]
            guard second & 0xC0 == 0x80 else { return (ScalarEntry(.separator), 1) }
            let entry = entries[Int(first & 0x1F) << 6 &+ Int(second & 0x3F) &- 0x80]
            if entry.kind != .unlisted { return (entry, 2) }
        } else if position &+ 2 < end, source[position &+ 2] & 0xC0 == 0x80 {
            let (second, third) = (source[position &+ 1], source[position &+ 2])
            if first == 0xE1, second & 0xFC == 0xB8 {
                return (entries[ScalarTable.additional &+ Int(second & 3) << 6 &+ Int(third & 0x3F)], 3)
            }
            // Quotation marks, dashes and dots of the General Punctuation block, up to U+2059; not its invisible ones.
            if first == 0xE2, second == 0x80, third >= 0x90 { return (ScalarEntry(.separator), 3) }
        }
        return readUnlisted(source, at: position, end: end)
    }

    @inline(never)
    private static func readUnlisted(
        _ source: UnsafePointer<UInt8>, at position: Int, end: Int
    ) -> (entry: ScalarEntry, width: Int) {
        guard let read = UTF8Scalar(source, at: position, end: end) else { return (ScalarEntry(.separator), 1) }
        return (ScalarEntry(read.scalar), read.width)
    }
}
