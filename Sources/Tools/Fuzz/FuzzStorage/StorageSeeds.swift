/// A leaf with one posting list, a branch, a stored text and a run, each after the byte that chooses its kind.
let storageSeeds: [[UInt8]] = [
    [0] + leaf,
    [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 15, 0, 15, 0, 22, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2, 1, 0x41],
    [2] + Array(" của người dân thành phố Hà Nội của người dân thành phố Hà Nội".utf8),
    [2, 0x04, 0x01, 0x00, 0x00, 0xC0, 0xC1, 0xFF, 0x80, 0x20, 0x85],
    [3, 0, 2, 0x41, 0x42, 1, 2, 0, 1, 1, 1, 0x43, 1, 2, 3, 1],
]

/// A leaf with the item of a list of two postings: documents 1 and 3.
private let leaf: [UInt8] = {
    let content: [UInt8] = [2, 2, 0, UInt8(ascii: "1"), 2, 1, 1, 1]
    let key: [UInt8] = [0x41]
    let size = UInt16(key.count + content.count) | 0x6000
    let item = [UInt8(size >> 8), UInt8(size & 0xFF), UInt8(key.count)] + key + content
    return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13, 0, 13] + item
}()

/// Flags, lengths and codes that change how the rest is read.
let storagePieces = [
    "\u{0}", "\u{1}", "\u{60}", "\u{7F}", " của", " người", "thành", "ố", "1", "0",
]
