import Fuzzing
import Synchronization

private let properties = Mutex(TokeniserProperties())

/// libFuzzer calls this once, before it reads its arguments.
@c(LLVMFuzzerInitialize)
func initialize(
    _ count: UnsafeMutablePointer<CInt>?,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
    Material(seeds: tokeniserSeeds, pieces: tokeniserPieces).writeIfAsked()
    return 0
}

/// libFuzzer calls this with each input; it checks the properties of the tokeniser.
@c(LLVMFuzzerTestOneInput)
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = fuzzedText(data, count, limit: 1 << 11)
    withinASecond { properties.withLock { $0.check(text) } }
    return 0
}
