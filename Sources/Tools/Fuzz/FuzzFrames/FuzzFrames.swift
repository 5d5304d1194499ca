import Fuzzing

/// What libFuzzer calls once, before it reads its arguments.
@c(LLVMFuzzerInitialize)
func initialize(
    _ count: UnsafeMutablePointer<CInt>?,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
    Material(seeds: frameSeeds, pieces: framePieces).writeIfAsked()
    return 0
}

/// What libFuzzer calls with each input, which is all that a client ever sends on a connection.
@c(LLVMFuzzerTestOneInput)
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = fuzzedText(data, count, limit: 1 << 13)
    withinASecond {
        let promises = FramePromises(bytes)
        promises.check()
        for frame in promises.frames { MessagePromises(frame).check() }
    }
    return 0
}
