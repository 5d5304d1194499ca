import Fuzzing
import Synchronization

private let properties = Mutex(StorageProperties())

/// libFuzzer calls this once, before it reads its arguments.
@c(LLVMFuzzerInitialize)
func initialize(
    _ count: UnsafeMutablePointer<CInt>?,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
    Material(seedBytes: storageSeeds, pieces: storagePieces).writeIfAsked()
    return 0
}

/// libFuzzer calls this with each input; it checks the properties of whatever reads an index's own files.
@c(LLVMFuzzerTestOneInput)
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: data, count: data == nil ? 0 : count)
    withinASecond { properties.withLock { $0.check(input) } }
    return 0
}
