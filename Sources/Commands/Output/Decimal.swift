import Glibc

/// A count with its noun: `1 article`, `2 articles`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// A number with the given number of digits after the decimal point, rounded as `printf` does.
func decimal(_ value: Double, digits: Int) -> String {
    // The largest finite number has 309 digits before the decimal point.
    var buffer = [CChar](repeating: 0, count: 400)
    let length = withVaList([Int32(min(max(digits, 0), 20)), value]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
    let bytes = buffer.prefix(max(0, min(Int(length), buffer.count - 1))).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
}
