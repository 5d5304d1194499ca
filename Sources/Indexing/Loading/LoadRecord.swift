import CXXHash
import IndexStorage
import Xapian

/// The data needed to find the last article of each id and to order articles: 40 bytes.
struct LoadRecord {
    /// A hash of the id, 128 bits.
    let id: (UInt64, UInt64)
    /// A hash of everything that is stored.
    let content: UInt64
    /// A number that rises from the newest article to the oldest; the highest number if there is no date.
    let order: UInt64
    /// Its index among all articles of the load.
    let note: UInt32

    init(_ article: PreparedArticle, note: UInt32) {
        let hash = article.idTerm.withUnsafeBufferPointer { XXH3_128bits($0.baseAddress, $0.count) }
        id = (hash.high64, hash.low64)
        let data = article.document.data
        content = data.withUnsafeBufferPointer { XXH3_64bits($0.baseAddress, $0.count) }
        order = LoadRecord.order(article.document.value(slot: ValueSlot.published.rawValue))
        self.note = note
    }

    /// Converts a date and time to a number that is lower for later moments.
    private static func order(_ date: [UInt8]) -> UInt64 {
        guard !date.isEmpty else { return .max }
        var digits = date.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.prefix(14)
        digits.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 14 - digits.count))
        return 99_999_999_999_999 - digits.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
    }
}
