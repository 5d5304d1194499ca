import CZlib

/// The decompressed bytes of a gzip file of any number of members (RFC 1952).
///
/// Zero bytes after the last member are padding, as in gzip itself.
final class GzipSource: ByteSource {
    private var input: CompressedInput
    // zlib keeps a pointer back to the stream, so the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isInMember = true

    /// - Throws: `Unreadable` where zlib has no memory.
    init(_ source: any ByteSource) throws {
        input = CompressedInput(source)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 is the largest window; adding 16 selects the gzip wrapper and its checksum.
        let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        if status != Z_OK { throw Compression.gzip.outOfMemory }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let output = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(Int(Int32.max)))
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(output.count)
        while stream.pointee.avail_out == output.count, !output.isEmpty {
            if !isInMember, try !beginNextMember() { return 0 }
            let waiting = try input.waiting()
            if waiting.isEmpty { throw Compression.gzip.truncated }
            stream.pointee.next_in = waiting.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_in = UInt32(waiting.count)
            let status = inflate(stream, Z_NO_FLUSH)
            input.consume(waiting.count - Int(stream.pointee.avail_in))
            switch status {
            case Z_OK, Z_BUF_ERROR: continue
            case Z_STREAM_END: isInMember = false
            default: throw Compression.gzip.corrupt
            }
        }
        return output.count - Int(stream.pointee.avail_out)
    }

    private func beginNextMember() throws -> Bool {
        while true {
            let waiting = try input.waiting()
            guard let first = waiting.first else { return false }
            if first != 0 { break }
            input.consume(waiting.prefix { $0 == 0 }.count)
        }
        if inflateReset(stream) != Z_OK { throw Compression.gzip.corrupt }
        isInMember = true
        return true
    }
}
