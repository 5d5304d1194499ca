/// Returns the text for an input of libFuzzer, in bytes that need not be UTF-8.
///
/// It is the input itself or, for one input in 256, chosen by its hash, the input repeated up to `limit` bytes: long
/// texts reveal work that is not linear, while libFuzzer runs short inputs faster.
package func fuzzedText(_ data: UnsafePointer<UInt8>?, _ count: Int, limit: Int) -> [UInt8] {
    guard let data, count > 0 else { return [] }
    let input = UnsafeBufferPointer(start: data, count: count)
    let hash = input.reduce(0 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    guard hash >> 24 == 0 else { return Array(input) }
    return Array(repeatElement(input, count: max(limit / count, 1)).joined())
}
