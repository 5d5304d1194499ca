import CLzma

/// The decompressed bytes of an xz file of any number of streams and padding between them.
final class XzSource: ByteSource {
    /// The decoder's memory limit in bytes: three times what `xz -9` needs.
    private static let memoryLimit: UInt64 = 192 << 20
    /// `LZMA_CONCATENATED` of lzma/container.h, a macro that Swift does not import.
    private static let concatenated: UInt32 = 0x08

    private var input: CompressedInput
    private let stream: UnsafeMutablePointer<lzma_stream>
    private var isDone = false

    /// - Throws: `Unreadable` where liblzma has no memory.
    init(_ source: any ByteSource) throws {
        input = CompressedInput(source)
        stream = .allocate(capacity: 1)
        stream.initialize(to: lzma_stream())
        let status = lzma_stream_decoder(stream, XzSource.memoryLimit, XzSource.concatenated)
        if status != LZMA_OK { throw Compression.xz.outOfMemory }
    }

    deinit {
        lzma_end(stream)
        stream.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = buffer.count
        while !isDone, stream.pointee.avail_out == buffer.count, !buffer.isEmpty {
            let waiting = try input.waiting()
            stream.pointee.next_in = UnsafePointer(waiting.baseAddress?.assumingMemoryBound(to: UInt8.self))
            stream.pointee.avail_in = waiting.count
            let status = lzma_code(stream, input.isAtEnd ? LZMA_FINISH : LZMA_RUN)
            input.consume(waiting.count - stream.pointee.avail_in)
            switch status {
            case LZMA_OK: continue
            case LZMA_STREAM_END: isDone = true
            case LZMA_BUF_ERROR: throw Compression.xz.truncated
            case LZMA_MEMLIMIT_ERROR:
                throw Unreadable("needs more than 192 MiB to be decompressed: compress it again with xz -9 or less")
            case LZMA_MEM_ERROR: throw Compression.xz.outOfMemory
            default: throw Compression.xz.corrupt
            }
        }
        return buffer.count - stream.pointee.avail_out
    }
}
