/// The number of an official document: `35-CT/TW`, `168/2018/NĐ-CP`, `15/2013/QH13`.
package struct DocumentReference: Hashable, Sendable {
    /// The byte range of the text that holds it.
    package let range: Range<Int>
    /// The whole number, folded: `168/2018/nd-cp`, 60 bytes at most.
    package let folded: [UInt8]

    /// The numbers of documents that a text names, in the order of the text.
    ///
    /// Such a number begins with digits, which one letter may follow directly. Parts of letters and digits follow, each
    /// after `-`, `/`, or a Unicode hyphen or en dash (which fold to `-`). It has no spaces, and one of its parts has
    /// two or more capital letters. So `19/3/2015`, `14A-130` and `COVID-19` are not document numbers. Linear in the
    /// length of the text.
    package static func all(in text: String) -> [DocumentReference] {
        var text = text
        return text.withUTF8 { all(in: $0) }
    }

    /// The numbers of documents that a text in UTF-8 names, in the order of the text.
    package static func all(in text: UnsafeBufferPointer<UInt8>) -> [DocumentReference] {
        var result: [DocumentReference] = []
        guard let source = text.baseAddress else { return result }
        ScalarTable.withPointers { table in
            var reader = ReferenceReader(source: source, end: text.count, table: table)
            while let reference = reader.next() { result.append(reference) }
        }
        return result
    }
}

/// Reads a text from one document number to the next.
private struct ReferenceReader {
    let source: UnsafePointer<UInt8>
    let end: Int
    let table: ScalarTable.Pointers
    var position = 0

    mutating func next() -> DocumentReference? {
        // Whether the preceding character (a letter, a digit or a joint) could belong to the same word as the digits.
        var isInsideWord = false
        while position < end {
            let byte = source[position]
            if byte &- UInt8(ascii: "0") < 10, !isInsideWord {
                if let reference = readReference() { return reference }
                isInsideWord = true
                continue
            }
            if byte < 0x80 {
                isInsideWord = table.leads[Int(byte)].lower != 0 || byte == 0x2D || byte == 0x2F
                position += 1
            } else {
                let (entry, width) = table.read(source, at: position, end: end)
                isInsideWord = entry.kind != .separator || isHyphen(at: position)
                position += width
            }
        }
        return nil
    }

    /// Reads parts and joints from the digit at `position`, and leaves `position` after them.
    private mutating func readReference() -> DocumentReference? {
        let start = position
        var key: [UInt8] = []
        var part = readPart(into: &key)
        let beginsWell = part.digitsFirst > 0 && part.letters <= 1 && part.scalars == part.digitsFirst + part.letters
        var rangeEnd = position
        var hasCapitals = false
        while let joint = joint(at: position) {
            position += joint.width
            let length = key.count
            if length <= SyllableRecord.longestKey { key.append(joint.byte) }
            part = readPart(into: &key)
            if part.scalars == 0 {
                key.removeSubrange(length...)
                break
            }
            rangeEnd = position
            hasCapitals = hasCapitals || part.capitals >= 2
        }
        guard beginsWell, hasCapitals, key.count <= SyllableRecord.longestKey else { return nil }
        return DocumentReference(range: start..<rangeEnd, folded: key)
    }

    private struct Part {
        var scalars = 0
        var digitsFirst = 0
        var letters = 0
        var capitals = 0
    }

    /// Reads a run of letters, digits and their marks; bytes beyond the longest key are only counted.
    private mutating func readPart(into key: inout [UInt8]) -> Part {
        var part = Part()
        while position < end {
            let (entry, width) = table.read(source, at: position, end: end)
            if part.scalars > 0, entry.kind == .tone || entry.kind == .mark {
                position += width
                continue
            }
            guard entry.kind == .letter else { break }
            let isDigit = source[position] &- UInt8(ascii: "0") < 10
            if isDigit, part.letters == 0 { part.digitsFirst += 1 }
            if !isDigit {
                part.letters += 1
                if isCapital(at: position) { part.capitals += 1 }
            }
            part.scalars += 1
            if key.count <= SyllableRecord.longestKey {
                for offset in 0..<UInt32(entry.foldedLength) {
                    key.append(UInt8(truncatingIfNeeded: entry.folded >> (offset * 8)))
                }
            }
            position += width
        }
        return part
    }

    private func isCapital(at position: Int) -> Bool {
        let byte = source[position]
        if byte < 0x80 { return byte &- UInt8(ascii: "A") < 26 }
        return UTF8Scalar(source, at: position, end: end)?.scalar.properties.isUppercase ?? false
    }

    private func joint(at position: Int) -> (byte: UInt8, width: Int)? {
        guard position < end else { return nil }
        let byte = source[position]
        if byte == 0x2D || byte == 0x2F { return (byte, 1) }
        return isHyphen(at: position) ? (0x2D, 3) : nil
    }

    /// Whether there is a hyphen (U+2010, U+2011) or an en dash (U+2013) at a position.
    private func isHyphen(at position: Int) -> Bool {
        guard position + 2 < end, source[position] == 0xE2, source[position + 1] == 0x80 else { return false }
        return source[position + 2] == 0x90 || source[position + 2] == 0x91 || source[position + 2] == 0x93
    }
}
