package import JSON

/// The unit in which positions in a text are counted, negotiated in `initialize`.
package enum PositionEncoding: String, CaseIterable, Sendable {
    /// Bytes: what Vim, Neovim and the command line use, and the default.
    case utf8 = "utf-8"
    /// UTF-16 code units: what VS Code uses.
    case utf16 = "utf-16"
    /// Unicode scalars: what Emacs uses.
    case utf32 = "utf-32"

    /// Converts a UTF-8 byte offset in a text to this encoding.
    ///
    /// An offset inside a scalar counts as the scalar's beginning, one past the end as the end. Linear in the offset.
    package func offset(ofByte byte: Int, in text: String) -> Int {
        offsets(ofBytes: [byte], in: text)[0]
    }

    /// Converts UTF-8 byte offsets in a text to this encoding, in the order given.
    ///
    /// Linear in the text where the offsets ascend, as those of highlights do.
    package func offsets(ofBytes bytes: [Int], in text: String) -> [Int] {
        let utf8 = text.utf8
        if self == .utf8 { return bytes.map { min(max($0, 0), utf8.count) } }
        var (index, position, count) = (utf8.startIndex, 0, 0)
        return bytes.map { byte in
            if byte < position { (index, position, count) = (utf8.startIndex, 0, 0) }
            while index < utf8.endIndex {
                let length = Self.scalarLength(leadByte: utf8[index])
                guard position + length <= byte else { break }
                count += self == .utf16 && length == 4 ? 2 : 1
                position += length
                index = utf8.index(index, offsetBy: length)
            }
            return count
        }
    }

    /// Converts ranges of UTF-8 bytes in a text to this encoding.
    package func spans(ofBytes ranges: [Range<Int>], in text: String) -> [Span] {
        let offsets = offsets(ofBytes: ranges.flatMap { [$0.lowerBound, $0.upperBound] }, in: text)
        return stride(from: 0, to: offsets.count, by: 2).map { Span(start: offsets[$0], end: offsets[$0 + 1]) }
    }

    private static func scalarLength(leadByte: UInt8) -> Int {
        switch leadByte {
        case ..<0x80: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }
}

extension PositionEncoding: JSONReadable, JSONWritable {}

/// A range of a text in the negotiated encoding; `[start, end]` in JSON, the end excluded.
package struct Span: Hashable, Sendable {
    /// The start, counted from 0.
    package var start: Int
    /// The end, excluded.
    package var end: Int

    /// Creates a range from `start` up to `end`.
    package init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}

extension Span: JSONReadable, JSONWritable {
    package init(json: JSONValue) throws(JSONMismatch) {
        let ends = try [Int](json: json)
        guard ends.count == 2 else { throw JSONMismatch(reason: "expected a start and an end") }
        self.init(start: ends[0], end: ends[1])
    }

    package func write(to writer: inout JSONWriter) { [start, end].write(to: &writer) }
}
