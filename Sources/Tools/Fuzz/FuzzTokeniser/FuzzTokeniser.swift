import Fuzzing
import Synchronization

private let promises = Mutex(TokeniserPromises())

/// What libFuzzer calls once, before it reads its arguments.
@c(LLVMFuzzerInitialize)
func initialize(
    _ count: UnsafeMutablePointer<CInt>?,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
    Material(seeds: tokeniserSeeds, pieces: tokeniserPieces).writeIfAsked()
    return 0
}

/// What libFuzzer calls with each input: holds the tokeniser to its promises.
@c(LLVMFuzzerTestOneInput)
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = fuzzedText(data, count, limit: 1 << 11)
    withinASecond { promises.withLock { $0.check(text) } }
    return 0
}
