import Xapian

/// Reads packed numbers, see `ByteSink`, from bytes that may be damaged.
struct GlassNumbers {
    private var place: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>

    /// A placeholder for the address of an empty buffer.
    nonisolated(unsafe) private static let nothing: UnsafePointer<UInt8> = {
        let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
        byte.initialize(to: 0)
        return UnsafePointer(byte)
    }()

    /// Creates a reader of the given bytes, which must outlive it.
    init(_ bytes: UnsafeRawBufferPointer) {
        place = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? GlassNumbers.nothing
        end = place + bytes.count
    }

    /// Reads the next byte.
    ///
    /// - Throws: `databaseCorrupt` if there is none.
    @inline(__always)
    mutating func byte() throws(XapianError) -> UInt8 {
        guard place < end else { throw GlassBlock.damaged }
        defer { place += 1 }
        return place.pointee
    }

    /// Reads the next number.
    ///
    /// - Throws: `databaseCorrupt` if there is none, or if it is above `most`.
    @inline(__always)
    mutating func next(upTo most: UInt64) throws(XapianError) -> UInt64 {
        let byte = try byte()
        if byte < 0x80, UInt64(byte) <= most { return UInt64(byte) }
        return try rest(after: byte, upTo: most)
    }

    private mutating func rest(after first: UInt8, upTo most: UInt64) throws(XapianError) -> UInt64 {
        var (value, shift, last) = (UInt64(first & 0x7F), UInt64(7), first)
        while last >= 0x80 {
            guard shift < 63 else { throw GlassBlock.damaged }
            last = try byte()
            value |= UInt64(last & 0x7F) << shift
            shift += 7
        }
        guard value <= most else { throw GlassBlock.damaged }
        return value
    }

    /// Reads a chunk's postings: a frequency, then repeatedly the distance to the next document and its frequency.
    ///
    /// - Throws: `databaseCorrupt`.
    mutating func appendPostings(
        from first: DocumentID, upTo last: DocumentID, to postings: inout [Posting]
    ) throws(XapianError) {
        var document = first
        let most = UInt64(UInt32.max)
        postings.append(Posting(document: document, frequency: UInt32(try next(upTo: most))))
        while place < end {
            let distance = try next(upTo: most) + 1
            guard distance <= UInt64(last - document) else { throw GlassBlock.damaged }
            document += DocumentID(distance)
            postings.append(Posting(document: document, frequency: UInt32(try next(upTo: most))))
        }
    }

    /// Reads all of the given bytes as one number in a form whose bytes sort as the numbers do.
    ///
    /// - Throws: `databaseCorrupt`.
    static func sortable(_ bytes: UnsafeRawBufferPointer) throws(XapianError) -> UInt64 {
        guard let first = bytes.first else { throw GlassBlock.damaged }
        let ones = (~first).leadingZeroBitCount
        guard ones <= 3, bytes.count == ones + 2 else { throw GlassBlock.damaged }
        var value = UInt64(first & UInt8(truncatingIfNeeded: 0xFF >> ones))
        for byte in bytes.dropFirst() { value = value << 8 | UInt64(byte) }
        return value
    }
}
