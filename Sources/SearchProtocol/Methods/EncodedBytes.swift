package import JSON

/// Bytes that JSON holds in base64 (RFC 4648, with padding).
package struct EncodedBytes: Hashable, Sendable {
    /// The bytes, decoded.
    package var bytes: [UInt8]

    /// Creates a value from decoded bytes.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The largest number of bytes whose base64 has at most the given length.
    package static func capacity(ofLength length: Int) -> Int { max(0, length / 4 * 3) }
}

extension EncodedBytes: JSONReadable, JSONWritable {
    package static var jsonKind: JSONKind { .string }

    package init(json: JSONValue) throws(JSONMismatch) {
        guard json.kind == .string else { throw JSONMismatch(expected: "base64 in a string", found: json) }
        let content = json.bytes.dropFirst().dropLast()
        // A slash may be escaped.
        let text = content.contains(UInt8(ascii: "\\")) ? Array((try String(json: json)).utf8)[...] : content
        guard let bytes = EncodedBytes.decode(text) else { throw JSONMismatch(reason: "expected base64 with padding") }
        self.bytes = bytes
    }

    package func write(to writer: inout JSONWriter) { writer.written(EncodedBytes.encode(bytes)) }

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")
    /// The value of a byte as a letter, at most 63; 64 for one that is no letter.
    private static let values = letters.enumerated().reduce(into: [UInt8](repeating: 64, count: 256)) { table, letter in
        table[Int(letter.element)] = UInt8(letter.offset)
    }

    /// The text in quotation marks.
    private static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let count = (bytes.count + 2) / 3 * 4 + 2
        return [UInt8](unsafeUninitializedCapacity: count) { text, written in
            text[0] = UInt8(ascii: "\"")
            var place = 1
            letters.withUnsafeBufferPointer { letters in
                var next = 0
                while next < bytes.count {
                    let rest = bytes.count - next
                    let second = rest > 1 ? bytes[next + 1] : 0
                    let third = rest > 2 ? bytes[next + 2] : 0
                    let group = UInt32(bytes[next]) << 16 | UInt32(second) << 8 | UInt32(third)
                    text[place] = letters[Int(group >> 18)]
                    text[place + 1] = letters[Int(group >> 12 & 63)]
                    text[place + 2] = rest > 1 ? letters[Int(group >> 6 & 63)] : padding
                    text[place + 3] = rest > 2 ? letters[Int(group & 63)] : padding
                    (next, place) = (next + 3, place + 4)
                }
            }
            text[place] = UInt8(ascii: "\"")
            written = count
        }
    }

    private static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        let padded = text.suffix(2).reversed().prefix { $0 == padding }.count
        let count = text.count / 4 * 3 - padded
        var isSound = true
        let bytes = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { bytes, written in
            values.withUnsafeBufferPointer { values in
                var (next, place) = (text.startIndex, 0)
                while next < text.endIndex {
                    let isLast = next + 4 == text.endIndex
                    var group: UInt32 = 0
                    for offset in 0..<4 {
                        let isPadding = isLast && offset >= 4 - padded
                        let value = isPadding ? 0 : values[Int(text[next + offset])]
                        if value > 63 { isSound = false }
                        group = group << 6 | UInt32(value & 63)
                    }
                    bytes[place] = UInt8(truncatingIfNeeded: group >> 16)
                    bytes[place + 1] = UInt8(truncatingIfNeeded: group >> 8)
                    bytes[place + 2] = UInt8(truncatingIfNeeded: group)
                    (next, place) = (next + 4, place + 3)
                }
            }
            written = count
        }
        return isSound ? bytes : nil
    }
}
