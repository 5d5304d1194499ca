import Fuzzing
import QueryLanguage

/// libFuzzer calls this once, before it reads its arguments.
@c(LLVMFuzzerInitialize)
func initialize(
    _ count: UnsafeMutablePointer<CInt>?,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
    Material(seeds: parserSeeds, pieces: parserPieces).writeIfAsked()
    return 0
}

/// libFuzzer calls this with each input; it checks the properties of the query parser.
@c(LLVMFuzzerTestOneInput)
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let query = String(decoding: fuzzedText(data, count, limit: QueryParser.maximumLength + 64), as: UTF8.self)
    withinASecond { ParserProperties(query).check() }
    return 0
}
