/// Returns a text in lower case without marks and with everything else kept: `Đồng bằng` becomes `dong bang`.
///
/// Invisible characters are removed, full-width forms become ASCII, spacing and punctuation stay. Folding is
/// idempotent. Use it for names and values; texts are compared by their syllables' folded keys.
///
/// ```swift
/// let folded = fold("Đồng bằng sông Cửu Long")
/// ```
package func fold(_ text: String) -> String {
    var text = text
    let folded = text.withUTF8 { source in
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        appendFolded(source, to: &result)
        return result
    }
    return String(decoding: folded, as: UTF8.self)
}

/// Appends the folded form of a text; bytes that are not well-formed UTF-8 are copied.
func appendFolded(_ text: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    guard let source = text.baseAddress else { return }
    ScalarTable.withPointers { table in
        var position = 0
        while position < text.count {
            let (entry, width) = table.read(source, at: position, end: text.count)
            switch entry.kind {
            case .letter, .single, .superscript:
                for offset in 0..<UInt32(entry.foldedLength) {
                    result.append(UInt8(truncatingIfNeeded: entry.folded >> (offset * 8)))
                }
            case .tone, .mark, .dropped: break
            case .separator, .unlisted:
                appendSeparator(UnsafeBufferPointer(rebasing: text[position..<position + width]), to: &result)
            }
            position += width
        }
    }
}

/// Appends a scalar that is not a letter; a full-width form becomes its ASCII character.
private func appendSeparator(_ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    if bytes.count == 3, bytes[0] == 0xEF, bytes[1] == 0xBC || bytes[1] == 0xBD {
        // U+FF01 to U+FF3F are EF BC 81 to BF, U+FF40 to U+FF5E are EF BD 80 to 9E.
        let code = (bytes[1] == 0xBC ? 0x20 : 0x60) + Int(bytes[2] & 0x3F)
        if (bytes[1] == 0xBC && code > 0x20) || (bytes[1] == 0xBD && code < 0x7F) {
            result.append(UInt8(truncatingIfNeeded: code))
            return
        }
    }
    result.append(contentsOf: bytes)
}
