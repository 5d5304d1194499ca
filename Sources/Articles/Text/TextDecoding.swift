internal import ArticleModel

/// The text of a file's bytes, as UTF-8.
struct DecodedText {
    /// The text, a byte order mark included.
    var text: String
    /// Whether broken sequences were replaced by U+FFFD.
    var isRepaired: Bool

    /// The maximum number of broken sequences; a text with more is taken to be in another encoding.
    private static let mostBroken = 20

    /// Decodes UTF-8 and repairs stray broken sequences.
    ///
    /// A text is repaired where fewer than 20 sequences, and fewer than one in 1,000 bytes, are broken. More than that
    /// means another encoding, which a repair would only hide.
    ///
    /// - Parameter bytes: The file.
    /// - Throws: `Unreadable` for what is binary, in another encoding, or empty.
    init(_ bytes: [UInt8]) throws {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw Unreadable("is UTF-16: convert it to UTF-8 first")
        }
        if bytes.contains(0) { throw Unreadable("is binary (it holds NUL bytes): only text can be indexed") }
        if let valid = String(validating: bytes, as: UTF8.self) {
            (text, isRepaired) = (valid, false)
        } else {
            let broken = DecodedText.broken(in: bytes)
            if let first = broken.first, broken.count >= DecodedText.mostBroken || broken.count * 1000 >= bytes.count {
                let line = bytes[..<first].count { $0 == 0x0A } + 1
                let byte = String(bytes[first], radix: 16, uppercase: true)
                throw Unreadable(
                    "is not UTF-8; looks like a legacy encoding (byte 0x\(byte) at line \(line)): convert it to UTF-8 "
                        + "first", line: line - 1)
            }
            (text, isRepaired) = (String(decoding: bytes, as: UTF8.self), true)
        }
        if text.isBlank { throw Unreadable.empty }
    }

    /// The line and column of an index of the text, both counted from 0.
    ///
    /// A byte order mark is not counted: editors take it out of the text.
    func place(of index: String.Index) -> (line: Int, column: TextColumn) {
        let before = text.utf8[..<index]
        var start = before.lastIndex(of: 0x0A).map(before.index(after:)) ?? before.startIndex
        if start == text.startIndex, before.starts(with: [0xEF, 0xBB, 0xBF]) {
            start = before.index(start, offsetBy: 3)
        }
        var column = TextColumn.start
        column.advance(over: Substring(before[start...]))
        return (before.count { $0 == 0x0A }, column)
    }

    /// The offsets of broken sequences, up to one more than are ever repaired.
    private static func broken(in bytes: [UInt8]) -> [Int] {
        var places: [Int] = []
        var place = 0
        while place < bytes.count, places.count < mostBroken {
            let rest = bytes[place...]
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: rest.span)
                break
            } catch {
                places.append(place + error.byteOffsets.lowerBound)
                place += error.byteOffsets.upperBound
            }
        }
        return places
    }
}
