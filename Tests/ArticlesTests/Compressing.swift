import CLzma
import CZlib
import CZstd
import Testing

@testable import Articles

extension Compression {
    /// Compresses bytes as one member, stream or frame.
    func compress(_ bytes: [UInt8]) throws -> [UInt8] {
        switch self {
        case .gzip: try gzip(bytes)
        case .xz: try xz(bytes)
        case .zstandard: try zstandard(bytes)
        }
    }

    private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        // zlib keeps a pointer back to the stream, so the stream must not move.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        defer { stream.deallocate() }
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        let status = deflateInit2_(stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        try #require(status == Z_OK)
        defer { deflateEnd(stream) }
        var input = bytes
        let capacity = Int(deflateBound(stream, UInt(bytes.count))) + 64
        return try input.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(input.count)
            return try [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(buffer.count)
                try #require(deflate(stream, Z_FINISH) == Z_STREAM_END)
                count = buffer.count - Int(stream.pointee.avail_out)
            }
        }
    }

    private func xz(_ bytes: [UInt8]) throws -> [UInt8] {
        let capacity = lzma_stream_buffer_bound(bytes.count)
        return try [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            let status = lzma_easy_buffer_encode(
                1, LZMA_CHECK_CRC64, nil, bytes, bytes.count, buffer.baseAddress, &count, buffer.count)
            try #require(status == LZMA_OK)
        }
    }

    private func zstandard(_ bytes: [UInt8]) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { buffer, count in
            let context = try #require(ZSTD_createCCtx())
            defer { ZSTD_freeCCtx(context) }
            // The command line tool writes checksums too; without them damage can go undetected.
            ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
            count = ZSTD_compress2(context, buffer.baseAddress, buffer.count, bytes, bytes.count)
            try #require(ZSTD_isError(count) == 0)
        }
    }
}
