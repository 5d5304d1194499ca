import Fuzzing

/// libFuzzer calls this once, before it reads its arguments.
@c(LLVMFuzzerInitialize)
func initialize(
    _ count: UnsafeMutablePointer<CInt>?,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
    Material(seeds: frameSeeds, pieces: framePieces).writeIfAsked()
    return 0
}

/// libFuzzer calls this with each input, which is everything that a client sends on one connection.
@c(LLVMFuzzerTestOneInput)
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = fuzzedText(data, count, limit: 1 << 13)
    withinASecond {
        let properties = FrameProperties(bytes)
        properties.check()
        for frame in properties.frames { MessageProperties(frame).check() }
    }
    return 0
}
