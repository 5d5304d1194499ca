import CXXHash
import IndexStorage
import Xapian

/// What has to be known of an article to find the last of each id and to put articles in order: 40 bytes.
struct LoadRecord {
    /// A hash of the id, 128 bits.
    let id: (UInt64, UInt64)
    /// A hash of all that is stored.
    let content: UInt64
    /// Rises from the newest article to the oldest; the highest number where there is no date.
    let order: UInt64
    /// Its place among all articles of the load.
    let note: UInt32

    init(_ article: PreparedArticle, note: UInt32) {
        let hash = article.idTerm.withUnsafeBufferPointer { XXH3_128bits($0.baseAddress, $0.count) }
        id = (hash.high64, hash.low64)
        let data = article.document.data
        content = data.withUnsafeBufferPointer { XXH3_64bits($0.baseAddress, $0.count) }
        order = LoadRecord.order(article.document.value(slot: ValueSlot.published.rawValue))
        self.note = note
    }

    /// Digits of a date and a time as a number, the other way round.
    private static func order(_ date: [UInt8]) -> UInt64 {
        guard !date.isEmpty else { return .max }
        var digits = date.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.prefix(14)
        digits.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 14 - digits.count))
        return 99_999_999_999_999 - digits.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
    }
}
