/// The entries of the scalars that occur in Vietnamese text, looked up by their UTF-8 bytes without a branch.
struct ScalarTable: Sendable {
    /// The lookup rule for scalars with a given first byte.
    struct Lead {
        /// The value that the first four bytes of the text must have under `mask` for the entry to be in the table.
        var mask: UInt32 = 0
        var value: UInt32 = 0
        /// The index of the entry, to which the bits of the following bytes are added.
        var base: UInt32 = 0
        var secondMask: UInt8 = 0
        var secondShift: UInt8 = 0
        var thirdMask: UInt8 = 0
        /// The lower case of an ASCII letter or digit; 0 for every other byte.
        var lower: UInt8 = 0
    }

    /// The lookup rules by first byte.
    let leads: [Lead]
    /// The entries of U+0000 to U+07FF, then U+1E00 to U+1EFF; those from U+0370 to U+07FF are unlisted.
    let entries: [ScalarEntry]

    /// The index of the entry of U+1E00.
    private static let additional = 0x800

    /// The table, made when the first text is scanned.
    static let shared = ScalarTable()

    private init() {
        var entries = [ScalarEntry](repeating: ScalarEntry(.unlisted), count: ScalarTable.additional + 0x100)
        for value in 0..<0x370 {
            if let scalar = Unicode.Scalar(UInt32(value)) { entries[value] = ScalarEntry(scalar) }
        }
        for value in 0..<0x100 {
            if let scalar = Unicode.Scalar(UInt32(0x1E00 + value)) {
                entries[ScalarTable.additional + value] = ScalarEntry(scalar)
            }
        }
        self.entries = entries
        leads = (0...255).map { (byte: UInt32) in
            switch byte {
            case 0x00...0x7F:
                Lead(
                    base: byte,
                    lower: entries[Int(byte)].kind == .letter
                        ? UInt8(truncatingIfNeeded: entries[Int(byte)].exact) : 0)
            // Two bytes: the second must be 80 to BF.
            case 0xC2...0xDF: Lead(mask: 0xC000, value: 0x8000, base: (byte & 0x1F) << 6, secondMask: 0x3F)
            // Three bytes: E1, B8 to BB, 80 to BF.
            case 0xE1:
                Lead(
                    mask: 0xC0FC00, value: 0x80B800, base: UInt32(ScalarTable.additional), secondMask: 3,
                    secondShift: 6, thirdMask: 0x3F)
            default: Lead(mask: 0xFF, value: 0, base: 0)
            }
        }
    }

    /// Calls `body` with pointers to the tables, which are valid until it returns.
    @inline(__always)
    static func withPointers(_ body: (Pointers) -> Void) {
        shared.leads.withUnsafeBufferPointer { leads in
            shared.entries.withUnsafeBufferPointer { entries in
                guard let leads = leads.baseAddress, let entries = entries.baseAddress else { return }
                body(Pointers(leads: leads, entries: entries))
            }
        }
    }
}

extension ScalarTable {
    /// The table while it is read.
    struct Pointers {
        let leads: UnsafePointer<Lead>
        let entries: UnsafePointer<ScalarEntry>

        /// The entry of the scalar at `position`, and the scalar's width in bytes.
        ///
        /// Bytes that are not well-formed UTF-8 are separators of width 1.
        @inline(__always)
        func read(_ source: UnsafePointer<UInt8>, at position: Int, end: Int) -> (entry: ScalarEntry, width: Int) {
            guard position &+ 4 <= end else { return readUnlisted(source, at: position, end: end) }
            let word = UnsafeRawPointer(source + position).loadUnaligned(as: UInt32.self)
            let first = word & 0xFF
            let lead = leads + Int(first)
            if word & lead.pointee.mask == lead.pointee.value {
                let second = UInt32(lead.pointee.secondMask) & word >> 8
                let third = UInt32(lead.pointee.thirdMask) & word >> 16
                let index = lead.pointee.base &+ second &<< UInt32(lead.pointee.secondShift) &+ third
                let entry = entries[Int(index)]
                // The width is computed from the byte, not looked up, because reading the next scalar depends on it.
                let width = 1 &+ (first >= 0xC0 ? 1 : 0) &+ (first >= 0xE0 ? 1 : 0)
                if entry.kind != .unlisted { return (entry, width) }
            }
            // Quotation marks, dashes and dots of the General Punctuation block, not its invisible characters.
            if word & 0xF0FFFF == 0x9080E2 || word & 0xF0FFFF == 0xB080E2 { return (ScalarEntry(.separator), 3) }
            return readUnlisted(source, at: position, end: end)
        }

        @inline(never)
        private func readUnlisted(
            _ source: UnsafePointer<UInt8>, at position: Int, end: Int
        ) -> (entry: ScalarEntry, width: Int) {
            guard let read = UTF8Scalar(source, at: position, end: end) else { return (ScalarEntry(.separator), 1) }
            if read.scalar.value < 0x370 { return (entries[Int(read.scalar.value)], read.width) }
            let first = (scalar: read.scalar, width: read.width)
            let whole = HangulComposition.composed(first, source, at: position, end: end) ?? first
            return (ScalarEntry(whole.scalar), whole.width)
        }
    }
}
