import CZstd
import Synchronization

/// Compresses and decompresses the parts of stored articles.
///
/// A part is encoded as its length, followed by its bytes with codes for common words (`WordCoding`). The result is
/// stored as a zstd frame that needs `CompressionDictionary`, without the frame's first four bytes, which are always
/// the same.
package enum TextCompression {
    /// The magic number at the beginning of a frame.
    fileprivate static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

    /// The maximum size of an encoded length, at seven bits per byte.
    fileprivate static let longestLength = 10
    /// The size in bytes above which buffers are not kept for the next part.
    fileprivate static let largestKept = 1 << 20

    private static let compressors = ContextPool { Compressor() }
    private static let decompressors = ContextPool { Decompressor() }

    /// Returns the compressed form of some bytes, or nil if it would not be shorter.
    package static func compress(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        compressors.with { $0.compress(bytes) }
    }

    /// Returns the text of a compressed part, or nil if it is damaged.
    ///
    /// - Parameters:
    ///   - part: the part.
    ///   - check: is called with the bytes before they become a text; returns false if they are not those that were
    ///     written.
    /// - Returns: the text.
    package static func text(of part: UnsafeBufferPointer<UInt8>, check: (UnsafeBufferPointer<UInt8>) -> Bool)
        -> String?
    {
        decompressors.with { decompressor in
            guard let length = decompressor.load(part) else { return nil }
            var isSound = false
            let text = String(unsafeUninitializedCapacity: length) { buffer in
                let buffer = UnsafeMutableBufferPointer(rebasing: buffer[..<length])
                isSound = decompressor.decode(into: buffer) && check(UnsafeBufferPointer(buffer))
                return isSound ? length : 0
            }
            return isSound ? text : nil
        }
    }

    /// Lends the text of a compressed part that has a checksum, without decoding its word codes.
    ///
    /// - Parameters:
    ///   - part: the part.
    ///   - body: is called with the text.
    /// - Returns: what `body` returns, or nil if the part is damaged.
    /// - Throws: what `body` throws.
    package static func lend<Result>(
        _ part: UnsafeBufferPointer<UInt8>, _ body: (BorrowedText) throws -> Result?
    ) rethrows -> Result? {
        try decompressors.with { decompressor in
            guard let length = decompressor.load(part) else { return nil }
            return try decompressor.withCodes { try body(BorrowedText(codes: $0, length: length)) }
        }
    }

    /// Returns whether the part's frame ends with a checksum of its content, which libzstd verifies: RFC 8878, section
    /// 3.1.1.1.1.
    package static func hasSum(_ part: UnsafeBufferPointer<UInt8>) -> Bool { part.first.map { $0 & 4 != 0 } ?? false }

    /// Returns the bytes of a compressed part, or nil if it is damaged.
    package static func bytes(of part: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        decompressors.with { decompressor in
            guard let length = decompressor.load(part) else { return nil }
            var isSound = false
            let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
                isSound = decompressor.decode(into: UnsafeMutableBufferPointer(rebasing: buffer[..<length]))
                count = isSound ? length : 0
            }
            return isSound ? bytes : nil
        }
    }
}

/// A pool of libzstd contexts that are reused, each by one thread at a time.
private struct ContextPool<Context: AnyObject & Sendable>: ~Copyable, Sendable {
    private let idle = Mutex<[Context]>([])
    private let make: @Sendable () -> Context?

    init(_ make: @escaping @Sendable () -> Context?) { self.make = make }

    /// Calls a closure with exclusive use of a context; returns nil if there is no memory for one.
    func with<Result>(_ body: (Context) throws -> Result?) rethrows -> Result? {
        guard let context = idle.withLock({ $0.popLast() }) ?? make() else { return nil }
        defer { idle.withLock { $0.append(context) } }
        return try body(context)
    }
}

/// Compresses one part after another; its pool ensures that no two threads use it at once.
private final class Compressor: @unchecked Sendable {
    private let context: OpaquePointer
    private var coded: [UInt8] = []
    private var frame: [UInt8] = []

    init?() {
        guard let dictionary = CompressionDictionary.forWriting.pointer, let context = ZSTD_createCCtx() else {
            return nil
        }
        self.context = context
        // The record's version identifies the dictionary.
        ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0)
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        ZSTD_CCtx_refCDict(context, dictionary)
    }

    deinit { ZSTD_freeCCtx(context) }

    func compress(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let needed = TextCompression.longestLength + WordCoding.capacityNeeded(for: bytes.count)
        if coded.count < needed || coded.count > TextCompression.largestKept {
            coded = [UInt8](repeating: 0, count: needed)
            frame = [UInt8](repeating: 0, count: ZSTD_compressBound(needed))
        }
        var rest = UInt64(bytes.count)
        var start = 0
        while rest >= 0x80 {
            coded[start] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest >>= 7
            start += 1
        }
        coded[start] = UInt8(truncatingIfNeeded: rest)
        start += 1
        let count = coded.withUnsafeMutableBufferPointer { coded in
            let end = start + WordCoding.encode(bytes, to: UnsafeMutableBufferPointer(rebasing: coded[start...]))
            return frame.withUnsafeMutableBytes { frame in
                ZSTD_compress2(context, frame.baseAddress, frame.count, coded.baseAddress, end)
            }
        }
        let first = TextCompression.magic.count
        guard ZSTD_isError(count) == 0, count > first, count - first < bytes.count else { return nil }
        return Array(frame[first..<count])
    }
}

/// Decompresses one part after another; its pool ensures that no two threads use it at once.
private final class Decompressor: @unchecked Sendable {
    private let context: OpaquePointer
    private var frame: [UInt8] = TextCompression.magic
    private var coded: [UInt8] = []
    /// The range of the codes in `coded`, after their length.
    private var codes = 0..<0

    init?() {
        guard let dictionary = CompressionDictionary.forReading.pointer, let context = ZSTD_createDCtx() else {
            return nil
        }
        self.context = context
        ZSTD_DCtx_refDDict(context, dictionary)
    }

    deinit { ZSTD_freeDCtx(context) }

    /// Loads a part, and returns the length that it gives for its content, or nil if that cannot be right.
    func load(_ part: UnsafeBufferPointer<UInt8>) -> Int? {
        let first = TextCompression.magic.count
        let count = first + part.count
        if frame.count < count { frame.append(contentsOf: repeatElement(0, count: count - frame.count)) }
        if coded.count > TextCompression.largestKept { coded = [] }
        let codedLength: Int? = frame.withUnsafeMutableBytes { frame in
            UnsafeMutableRawBufferPointer(rebasing: frame[first..<count]).copyMemory(from: UnsafeRawBufferPointer(part))
            let length = ZSTD_getFrameContentSize(frame.baseAddress, count)
            // A block of three bytes or slightly more yields 128 KiB at most; "unknown" and "wrong" are huge numbers.
            guard length <= UInt64(count) << 16 else { return nil }
            let wanted = Int(length)
            if coded.count < wanted { coded = [UInt8](repeating: 0, count: wanted) }
            let found = coded.withUnsafeMutableBytes { coded in
                ZSTD_decompressDCtx(context, coded.baseAddress, wanted, frame.baseAddress, count)
            }
            return found == wanted ? wanted : nil
        }
        guard let codedLength else { return nil }
        return length(codedLength)
    }

    /// Returns the length that the first bytes encode.
    private func length(_ codedLength: Int) -> Int? {
        var (length, shift, place) = (0, 0, 0)
        while place < codedLength, shift < 42 {
            let byte = coded[place]
            length |= Int(byte & 0x7F) << shift
            place += 1
            shift += 7
            guard byte < 0x80 else { continue }
            codes = place..<codedLength
            return length <= codes.count * WordCoding.longestWord ? length : nil
        }
        return nil
    }

    /// Lends the codes of the part.
    func withCodes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try coded.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[codes])) }
    }

    /// Decodes the part into a buffer of exactly its length, and returns false if the part is damaged.
    func decode(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        withCodes { WordCoding.decode($0, into: buffer) }
    }
}
