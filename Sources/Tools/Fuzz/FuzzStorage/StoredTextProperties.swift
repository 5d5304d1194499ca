import Fuzzing

@testable import TextCoding

/// Checks that any bytes survive the stored form, and that any stored form gives bytes or nothing.
func checkStoredText(_ bytes: UnsafeBufferPointer<UInt8>) {
    let original = Array(bytes)
    let coded = WordCoding.encoded(original)
    expect(decoded(coded, count: original.count) == original, "word codes give the bytes back")
    if let part = TextCompression.compress(bytes) {
        expect(part.count < original.count, "a part is kept compressed only where that is shorter")
        expect(part.withUnsafeBufferPointer(TextCompression.bytes) == original, "a part gives the bytes back")
    }
    for count in [0, 1, original.count, 24, 2 * original.count, 24 * original.count] {
        _ = decoded(original, count: count)
    }
    let found = TextCompression.bytes(of: bytes)
    let text = TextCompression.text(of: bytes) { lent in
        expect(found.map { $0.elementsEqual(lent) } ?? false, "a part has one content")
        return true
    }
    expect(found == nil ? text == nil : text != nil, "a part has a text where it has bytes")
    let owned = TextCompression.lend(bytes) { $0.owned }
    expect(found == nil ? owned?.string == nil : owned?.string == text, "a borrowed text is that of the part")
}

/// The bytes of word codes if they fill `count` bytes exactly.
private func decoded(_ coded: [UInt8], count: Int) -> [UInt8]? {
    let target = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
    defer { target.deallocate() }
    target.initialize(repeating: 0)
    return coded.withUnsafeBufferPointer { WordCoding.decode($0, into: target) } ? Array(target) : nil
}
