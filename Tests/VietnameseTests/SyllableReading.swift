import Vietnamese

/// The exact keys of a text, as strings of scalars: `String` equality would hide a difference in composition.
func exactKeys(_ text: String) -> [[UInt8]] { Syllables(text).map(\.exact) }

/// The folded keys of a text.
func foldedKeys(_ text: String) -> [String] { Syllables(text).map { String(decoding: $0.folded, as: UTF8.self) } }

/// The UTF-8 bytes of keys written in a test.
func keys(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }

/// The syllables of any bytes.
func syllables(of bytes: [UInt8]) -> Syllables {
    var syllables = Syllables()
    bytes.withUnsafeBufferPointer { syllables.scan($0) }
    return syllables
}
