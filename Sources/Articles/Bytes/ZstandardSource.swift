import CZstd

/// The decompressed bytes of a zstd file of any number of frames.
final class ZstandardSource: ByteSource {
    private var input: CompressedInput
    private let stream: OpaquePointer
    private var isInFrame = false

    /// - Throws: `Unreadable` where libzstd has no memory.
    init(_ source: any ByteSource) throws {
        guard let stream = ZSTD_createDStream() else { throw Compression.zstandard.outOfMemory }
        input = CompressedInput(source)
        self.stream = stream
    }

    deinit { ZSTD_freeDStream(stream) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
        while output.pos == 0, !buffer.isEmpty {
            let waiting = try input.waiting()
            if waiting.isEmpty, !isInFrame { return 0 }
            var piece = ZSTD_inBuffer(src: UnsafeRawPointer(waiting.baseAddress), size: waiting.count, pos: 0)
            let status = ZSTD_decompressStream(stream, &output, &piece)
            input.consume(piece.pos)
            if ZSTD_isError(status) != 0 { throw failure(status) }
            // A status of 0 means that a frame is decoded and flushed; anything else means that the frame continues.
            isInFrame = status != 0
            if waiting.isEmpty, output.pos == 0 { throw Compression.zstandard.truncated }
        }
        return output.pos
    }

    private func failure(_ status: Int) -> Unreadable {
        // The error code is declared in a separate header; its name says the same.
        let name = String(cString: ZSTD_getErrorName(status))
        if name.contains("too much memory") {
            return Unreadable("needs more than 128 MiB to be decompressed: compress it again without --long or --ultra")
        }
        return Compression.zstandard.corrupt
    }
}
