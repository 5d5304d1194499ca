/// The bytes of the text that an input of libFuzzer stands for.
///
/// The first byte says how often the rest stands there: once, or from 240 on 2 to 17 times, as often as `limit` bytes
/// allow. So few bytes make the long texts that take long where something is not linear.
package func fuzzedText(_ data: UnsafePointer<UInt8>?, _ count: Int, limit: Int) -> [UInt8] {
    guard let data, count > 1 else { return [] }
    let piece = UnsafeBufferPointer(start: data + 1, count: count - 1)
    guard data[0] >= 240 else { return Array(piece) }
    let times = min(Int(data[0]) - 238, max(limit / piece.count, 1))
    return Array(repeatElement(piece, count: times).joined())
}
