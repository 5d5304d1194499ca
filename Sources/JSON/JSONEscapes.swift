/// The escapes inside JSON strings.
enum JSONEscapes {
    /// Resolves the escapes of a string's content.
    ///
    /// - Parameter content: the bytes between the quotation marks, already checked.
    /// - Returns: the unescaped text, or nil where the content has a lone surrogate.
    static func resolve(_ content: ArraySlice<UInt8>) -> String? {
        var resolved: [UInt8] = []
        resolved.reserveCapacity(content.count)
        var position = content.startIndex
        while position < content.endIndex {
            guard content[position] == UInt8(ascii: "\\") else {
                resolved.append(content[position])
                position += 1
                continue
            }
            if let byte = JSONByte.escaped(content[position + 1]) {
                resolved.append(byte)
                position += 2
                continue
            }
            guard let (scalar, length) = scalar(in: content, at: position) else { return nil }
            resolved.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            position += length
        }
        return String(decoding: resolved, as: UTF8.self)
    }

    private static func scalar(in content: ArraySlice<UInt8>, at position: Int) -> (Unicode.Scalar, Int)? {
        guard let first = unit(in: content, at: position) else { return nil }
        if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
        guard (0xD800..<0xDC00).contains(first), let second = unit(in: content, at: position + 6),
            (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { return nil }
        return (scalar, 12)
    }

    /// The UTF-16 code unit of an escape of four hexadecimal digits at a position.
    private static func unit(in content: ArraySlice<UInt8>, at position: Int) -> UInt32? {
        guard position + 6 <= content.endIndex, content[position] == UInt8(ascii: "\\"),
            content[position + 1] == UInt8(ascii: "u")
        else { return nil }
        return content[(position + 2)..<(position + 6)].reduce(0 as UInt32?) { unit, byte in
            guard let unit, let digit = JSONByte.hexadecimalValue(byte) else { return nil }
            return unit << 4 | digit
        }
    }
}
