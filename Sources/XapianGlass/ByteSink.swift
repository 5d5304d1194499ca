/// A growing byte buffer without an array's checks, into which millions of numbers are packed.
struct ByteSink: ~Copyable {
    private(set) var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 256) {
        self.capacity = max(16, capacity)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// The bytes appended so far.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    mutating func removeAll() { count = 0 }

    /// Reserves capacity for the given number of further bytes.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(to: count + more) }
    }

    private mutating func grow(to least: Int) {
        let larger = max(least, 2 * capacity)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: start, count: count)
        start.deallocate()
        (start, capacity) = (moved, larger)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    /// Appends the number's four bytes, in host byte order.
    mutating func appendBytes(of number: UInt32) {
        withUnsafeBytes(of: number) { append($0.bindMemory(to: UInt8.self)) }
    }

    mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
        guard let source = other.baseAddress else { return }
        reserve(other.count)
        (start + count).update(from: source, count: other.count)
        count += other.count
    }

    mutating func append(_ other: [UInt8]) { other.withUnsafeBufferPointer { append($0) } }

    /// Appends a number in Xapian's `pack_uint` form: seven bits per byte, least significant first; the top bit says
    /// that more follow.
    @inline(__always)
    mutating func pack(_ value: UInt64) {
        reserve(10)
        var (rest, place) = (value, count)
        while rest >= 0x80 {
            start[place] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest >>= 7
            place += 1
        }
        start[place] = UInt8(truncatingIfNeeded: rest)
        count = place + 1
    }

    @inline(__always)
    mutating func pack(_ value: UInt32) { pack(UInt64(value)) }

    mutating func pack(_ value: Int) { pack(UInt64(clamping: value)) }

    /// Appends bytes in Xapian's `pack_string` form: a count, followed by that number of bytes.
    mutating func packCounted(_ other: UnsafeBufferPointer<UInt8>) {
        pack(other.count)
        append(other)
    }

    /// Appends a number in Xapian's `pack_uint_preserving_sort` form, whose bytes sort as the numbers do.
    mutating func packSortable(_ value: UInt32) {
        if value < 0x8000 {
            append(UInt8(truncatingIfNeeded: value >> 8))
            return append(UInt8(truncatingIfNeeded: value))
        }
        let length = (37 - value.leadingZeroBitCount) / 7
        let mask = UInt64(0xFF) << UInt64(10 - length) & 0xFF
        let first = length > 4 ? 0 : UInt64(value) >> UInt64(8 * (length - 1))
        append(UInt8(truncatingIfNeeded: first | mask))
        for place in stride(from: length - 2, through: 0, by: -1) {
            append(UInt8(truncatingIfNeeded: UInt64(value) >> UInt64(8 * place)))
        }
    }
}

/// Reads what `ByteSink` packed, from bytes that this process wrote.
struct PackedReader {
    private(set) var place: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>, else none: UnsafePointer<UInt8>) {
        place = bytes.baseAddress ?? none
        end = place + bytes.count
    }

    var isAtEnd: Bool { place >= end }

    /// Reads the next number, or 0 at the end of the bytes, so that nothing is read past it.
    @inline(__always)
    mutating func next() -> UInt64 {
        var (value, shift) = (UInt64(0), UInt64(0))
        while place < end {
            let byte = place.pointee
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return value
    }

    /// Reads a count and that number of bytes, or nil if there are fewer.
    mutating func counted() -> UnsafeBufferPointer<UInt8>? {
        let count = Int(clamping: next())
        let bytes = bytes(count)
        return bytes.count == count ? bytes : nil
    }

    /// Reads the given number of bytes, or all that are left if there are fewer.
    mutating func bytes(_ count: Int) -> UnsafeBufferPointer<UInt8> {
        let taken = min(count, end - place)
        defer { place += taken }
        return UnsafeBufferPointer(start: place, count: taken)
    }
}
