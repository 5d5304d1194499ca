import CXapian

extension Array where Element == UInt8 {
    /// Passes these bytes to a C function for the duration of a call.
    @inline(__always)
    func lend<Result>(_ body: (cx_bytes) -> Result) -> Result {
        withUnsafeBufferPointer { body(cx_bytes(start: $0.baseAddress, size: $0.count)) }
    }
}

/// Passes several strings, such as paths, to a C function for the duration of a call.
func lend<Result>(_ strings: [String], _ body: (UnsafeBufferPointer<cx_bytes>) -> Result) -> Result {
    let texts = strings.map { Array($0.utf8) }
    let joined = texts.flatMap { $0 }
    return joined.withUnsafeBufferPointer { bytes in
        var offset = 0
        let pieces = texts.map { text in
            defer { offset += text.count }
            return cx_bytes(start: bytes.baseAddress.map { $0 + offset }, size: text.count)
        }
        return pieces.withUnsafeBufferPointer(body)
    }
}

/// A memory block that a C function returned, read from its start and freed with this object.
struct Block: ~Copyable {
    private let block: cx_block
    private var offset = 0

    /// Takes ownership of a block; no other code may free it.
    init(_ block: cx_block) {
        self.block = block
    }

    deinit { cx_block_free(block) }

    /// The bytes that have not been read yet.
    private var rest: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(start: block.bytes, count: block.size)[offset...])
    }

    /// Whether everything has been read.
    var isAtEnd: Bool { offset >= block.size }

    /// A copy of the bytes that have not been read yet.
    var bytes: [UInt8] { Array(rest) }

    /// The bytes that have not been read yet, as text.
    var text: String { String(decoding: rest, as: UTF8.self) }

    /// The numbers that have not been read yet.
    var numbers: [UInt32] {
        let rest = rest
        return (0..<rest.count / 4).map { rest.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self) }
    }

    /// Reads a value of a C type; nil if too few bytes are left.
    mutating func read<Value: BitwiseCopyable>(_ type: Value.Type) -> Value? {
        let rest = rest
        guard rest.count >= MemoryLayout<Value>.size else { return nil }
        offset += MemoryLayout<Value>.size
        return rest.loadUnaligned(as: type)
    }

    /// Reads an entry, which is a frequency and some bytes; nil if too few bytes are left.
    mutating func readEntry() -> (frequency: Int, bytes: [UInt8])? {
        guard let entry = read(cx_entry.self), rest.count >= Int(entry.length) else { return nil }
        let bytes = Array(rest.prefix(Int(entry.length)))
        offset += bytes.count
        return (Int(entry.frequency), bytes)
    }
}
