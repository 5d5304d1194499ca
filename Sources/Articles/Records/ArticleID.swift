import CXXHash

/// The ids of articles that come without one: the XXH3 hash of what identifies them, as 16 hexadecimal digits.
enum ArticleID {
    /// The id made from a text.
    static func hashed(_ text: String) -> String {
        var text = text
        return text.withUTF8 { hashed(UnsafeRawBufferPointer($0)) }
    }

    /// The id made from bytes.
    static func hashed(_ bytes: UnsafeRawBufferPointer) -> String {
        let digits = String(XXH3_64bits(bytes.baseAddress, bytes.count), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
