import Xapian

/// A block of a table's B-tree as read from the file; offsets in it are used only if they are within the block.
struct GlassBlock {
    private let bytes: UnsafeRawBufferPointer
    private let isLeaf: Bool
    /// The number of items.
    let count: Int

    /// The offset of a block's directory, see `GlassTable`.
    private static let directoryStart = 11

    /// An item of a leaf: a piece of an entry's value.
    struct LeafItem {
        let key: UnsafeRawBufferPointer
        let content: UnsafeRawBufferPointer
        /// Whether this is the first piece.
        let isFirst: Bool
        /// Whether this is the last piece.
        let isLast: Bool
        let isCompressed: Bool
    }

    /// Creates a block of the given level.
    ///
    /// - Throws: `databaseCorrupt` if it is a block of another level, or no block.
    init(_ bytes: UnsafeRawBufferPointer, level: Int) throws(XapianError) {
        (self.bytes, isLeaf) = (bytes, level == 0)
        guard bytes.count > GlassBlock.directoryStart, Int(bytes[4]) == level else { throw GlassBlock.damaged }
        let end = GlassBlock.number(bytes, 9)
        guard end >= GlassBlock.directoryStart, end <= bytes.count else { throw GlassBlock.damaged }
        count = (end - GlassBlock.directoryStart) / 2
    }

    static let damaged = XapianError(kind: .databaseCorrupt, message: "a block of the table of postings is damaged")

    /// Reads a big-endian number of two bytes.
    private static func number(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Int {
        Int(bytes[place]) << 8 | Int(bytes[place + 1])
    }

    /// The revision that wrote the block.
    var revision: UInt32 { UInt32(GlassBlock.number(bytes, 0)) << 16 | UInt32(GlassBlock.number(bytes, 2)) }

    /// The offset of the end of the directory.
    var directoryEnd: Int { GlassBlock.number(bytes, 9) }

    /// Whether the directory has whole entries only.
    var isDirectoryWhole: Bool { (directoryEnd - GlassBlock.directoryStart) % 2 == 0 }

    /// The number of bytes that belong to no item, as the block says.
    var freeBytes: Int { GlassBlock.number(bytes, 7) }

    /// Returns the bytes of an item.
    func extent(_ item: Int) throws(XapianError) -> Range<Int> {
        if isLeaf {
            let start = try start(of: item, atLeast: 3)
            let end = start + 3 + GlassBlock.number(bytes, start) & 0x1FFF
            guard end <= bytes.count else { throw GlassBlock.damaged }
            return start..<end
        }
        let start = try start(of: item, atLeast: 5)
        let end = start + 5 + Int(bytes[start + 4]) + 2
        guard end <= bytes.count else { throw GlassBlock.damaged }
        return start..<end
    }

    /// Returns where an item stands in the table's order.
    func position(_ item: Int) throws(XapianError) -> Position {
        let extent = try extent(item)
        let key = try key(item)
        guard !isLeaf else {
            let isFirst = bytes[extent.lowerBound] & 0x20 != 0
            let place = extent.lowerBound + 3 + key.count
            guard isFirst || place + 2 <= extent.upperBound else { throw GlassBlock.damaged }
            return Position(key: Array(key), piece: isFirst ? 1 : GlassBlock.number(bytes, place))
        }
        return Position(key: Array(key), piece: GlassBlock.number(bytes, extent.upperBound - 2))
    }

    private func start(of item: Int, atLeast size: Int) throws(XapianError) -> Int {
        let start = GlassBlock.number(bytes, GlassBlock.directoryStart + 2 * item)
        guard start + size <= bytes.count else { throw GlassBlock.damaged }
        return start
    }

    private func slice(_ start: Int, _ count: Int) throws(XapianError) -> UnsafeRawBufferPointer {
        guard count >= 0, start + count <= bytes.count else { throw GlassBlock.damaged }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<start + count])
    }

    /// Returns an item of a leaf.
    func leafItem(_ item: Int) throws(XapianError) -> LeafItem {
        let start = try start(of: item, atLeast: 3)
        let flags = bytes[start]
        let size = GlassBlock.number(bytes, start) & 0x1FFF
        let isFirst = flags & 0x20 != 0
        let keyLength = Int(bytes[start + 2])
        let head = keyLength + (isFirst ? 0 : 2)
        guard head <= size else { throw GlassBlock.damaged }
        return LeafItem(
            key: try slice(start + 3, keyLength), content: try slice(start + 3 + head, size - head),
            isFirst: isFirst, isLast: flags & 0x40 != 0, isCompressed: flags & 0x80 != 0)
    }

    /// Returns the number of the block to which an item of a branch leads.
    func child(_ item: Int) throws(XapianError) -> Int {
        let start = try start(of: item, atLeast: 5)
        return GlassBlock.number(bytes, start) << 16 | GlassBlock.number(bytes, start + 2)
    }

    private func key(_ item: Int) throws(XapianError) -> UnsafeRawBufferPointer {
        if isLeaf { return try leafItem(item).key }
        let start = try start(of: item, atLeast: 5)
        return try slice(start + 5, Int(bytes[start + 4]))
    }

    /// Returns the number of items whose key is before the given one; the first item of a branch always counts.
    func countBefore(_ key: UnsafeRawBufferPointer) throws(XapianError) -> Int {
        var (low, high) = (isLeaf ? 0 : 1, count)
        while low < high {
            let middle = (low + high) / 2
            if GlassBlock.precedes(try self.key(middle), key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        for place in 0..<min(left.count, right.count) where left[place] != right[place] {
            return left[place] < right[place]
        }
        return left.count < right.count
    }
}
