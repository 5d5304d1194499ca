import CZstd
import Synchronization

/// Compresses the parts of stored articles, and gives them back.
///
/// A part is its length and its bytes with codes for common words (`WordCoding`), as a zstd frame that needs
/// `CompressionDictionary`, without the frame's first four bytes, which are the same in each.
package enum TextCompression {
    /// What begins a frame.
    fileprivate static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

    /// The most that a length takes: seven bits a byte.
    fileprivate static let longestLength = 10
    /// Buffers of more bytes are not kept from one part to the next.
    fileprivate static let largestKept = 1 << 20

    private static let compressors = ContextPool { Compressor() }
    private static let decompressors = ContextPool { Decompressor() }

    /// The compressed form of some bytes, or nil where it would not be shorter.
    package static func compress(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        compressors.with { $0.compress(bytes) }
    }

    /// The text of a compressed part, or nil where it is damaged.
    ///
    /// - Parameters:
    ///   - part: the part.
    ///   - check: told the bytes before they become a text; false says that they are not what was written.
    /// - Returns: the text.
    package static func text(of part: UnsafeBufferPointer<UInt8>, check: (UnsafeBufferPointer<UInt8>) -> Bool)
        -> String?
    {
        decompressors.with { decompressor in
            guard let length = decompressor.load(part) else { return nil }
            var isSound = false
            let text = String(unsafeUninitializedCapacity: length) { room in
                let room = UnsafeMutableBufferPointer(rebasing: room[..<length])
                isSound = decompressor.decode(into: room) && check(UnsafeBufferPointer(room))
                return isSound ? length : 0
            }
            return isSound ? text : nil
        }
    }

    /// Lends the text of a compressed part that has a sum; it is not spelled out for that.
    ///
    /// - Parameters:
    ///   - part: the part.
    ///   - body: is given the text.
    /// - Returns: what `body` returns, or nil where the part is damaged.
    /// - Throws: what `body` throws.
    package static func lend<Result>(
        _ part: UnsafeBufferPointer<UInt8>, _ body: (BorrowedText) throws -> Result?
    ) rethrows -> Result? {
        try decompressors.with { decompressor in
            guard let length = decompressor.load(part) else { return nil }
            return try decompressor.withCodes { try body(BorrowedText(codes: $0, length: length)) }
        }
    }

    /// Whether the frame of a part ends with a sum of what it holds, which libzstd checks: RFC 8878, section 3.1.1.1.1.
    package static func hasSum(_ part: UnsafeBufferPointer<UInt8>) -> Bool { part.first.map { $0 & 4 != 0 } ?? false }

    /// The bytes of a compressed part, or nil where it is damaged.
    package static func bytes(of part: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        decompressors.with { decompressor in
            guard let length = decompressor.load(part) else { return nil }
            var isSound = false
            let bytes = [UInt8](unsafeUninitializedCapacity: length) { room, count in
                isSound = decompressor.decode(into: UnsafeMutableBufferPointer(rebasing: room[..<length]))
                count = isSound ? length : 0
            }
            return isSound ? bytes : nil
        }
    }
}

/// Contexts of libzstd that are used again, each by one thread at a time.
private struct ContextPool<Context: AnyObject & Sendable>: ~Copyable, Sendable {
    private let idle = Mutex<[Context]>([])
    private let make: @Sendable () -> Context?

    init(_ make: @escaping @Sendable () -> Context?) { self.make = make }

    /// Does something with a context of one's own; nil where there is no memory for one.
    func with<Result>(_ body: (Context) throws -> Result?) rethrows -> Result? {
        guard let context = idle.withLock({ $0.popLast() }) ?? make() else { return nil }
        defer { idle.withLock { $0.append(context) } }
        return try body(context)
    }
}

/// What compresses one part after the other; its pool sees to it that no two threads use it.
private final class Compressor: @unchecked Sendable {
    private let context: OpaquePointer
    private var coded: [UInt8] = []
    private var frame: [UInt8] = []

    init?() {
        guard let dictionary = CompressionDictionary.forWriting.pointer, let context = ZSTD_createCCtx() else {
            return nil
        }
        self.context = context
        // The record's version says which dictionary is meant.
        ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0)
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        ZSTD_CCtx_refCDict(context, dictionary)
    }

    deinit { ZSTD_freeCCtx(context) }

    func compress(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let needed = TextCompression.longestLength + WordCoding.roomNeeded(for: bytes.count)
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

/// What decompresses one part after the other; its pool sees to it that no two threads use it.
private final class Decompressor: @unchecked Sendable {
    private let context: OpaquePointer
    private var frame: [UInt8] = TextCompression.magic
    private var coded: [UInt8] = []
    /// Where in `coded` the codes stand, behind their length.
    private var codes = 0..<0

    init?() {
        guard let dictionary = CompressionDictionary.forReading.pointer, let context = ZSTD_createDCtx() else {
            return nil
        }
        self.context = context
        ZSTD_DCtx_refDDict(context, dictionary)
    }

    deinit { ZSTD_freeDCtx(context) }

    /// Takes a part; gives the length of what it holds by its own account, nil where that cannot be right.
    func load(_ part: UnsafeBufferPointer<UInt8>) -> Int? {
        let first = TextCompression.magic.count
        let count = first + part.count
        if frame.count < count { frame.append(contentsOf: repeatElement(0, count: count - frame.count)) }
        if coded.count > TextCompression.largestKept { coded = [] }
        let codedLength: Int? = frame.withUnsafeMutableBytes { frame in
            UnsafeMutableRawBufferPointer(rebasing: frame[first..<count]).copyMemory(from: UnsafeRawBufferPointer(part))
            let length = ZSTD_getFrameContentSize(frame.baseAddress, count)
            // A block of three bytes and a little gives 128 KiB at most; "unknown" and "wrong" are huge numbers.
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

    /// The length that the first bytes say.
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

    /// Spells out the part into room of exactly its length; false where it is damaged.
    func decode(into room: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        withCodes { WordCoding.decode($0, into: room) }
    }
}
