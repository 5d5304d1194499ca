import CXXHash
import Foundation
import Xapian

/// Writes one table of a glass database, a B-tree, from entries in ascending order of their keys.
///
/// Blocks are written once and full: leaves in their order, and branch blocks in between. Such a table never has free
/// blocks.
final class GlassTable {
    /// The size of a block: less is wasted at the ends than in blocks of 8 KB, and lookups are as fast.
    static let blockSize = 4_096
    /// The offset of a block's directory, after revision (4), level (1), largest free run (2), free (2), end of the
    /// directory (2).
    private static let directoryStart = 11
    /// The maximum size of an item, so that one fits into an empty block.
    private static let longestItem = blockSize - directoryStart - 2
    /// The maximum length of a key.
    static let longestKey = 255

    private let file: RandomAccessFile
    /// The block being filled at each level, leaves first.
    private var blocks: [OpenBlock]
    private var nextNumber: UInt32 = 1
    private var entries: UInt64 = 0
    /// The sum of the hashes of all blocks written, each seeded with its number, so that their order does not matter.
    private var written: UInt64 = 0
    private var key: [UInt8] = []
    /// The key of the previous entry, which determines the divider between two leaves.
    private var lastKey: [UInt8] = []
    private var item = ByteSink(capacity: blockSize)

    /// A block that is filled from its end, with its directory from its beginning.
    private struct OpenBlock {
        var number: UInt32
        var content: [UInt8]
        var directoryEnd = directoryStart
        var itemsStart = blockSize
        var free: Int { itemsStart - directoryEnd }

        init(number: UInt32, level: Int) {
            self.number = number
            content = [UInt8](repeating: 0, count: blockSize)
            content[3] = 1
            content[4] = UInt8(truncatingIfNeeded: level)
        }

        mutating func add(_ item: UnsafeBufferPointer<UInt8>) {
            itemsStart -= item.count
            content.withUnsafeMutableBufferPointer { content in
                guard let start = content.baseAddress, let source = item.baseAddress else { return }
                (start + itemsStart).update(from: source, count: item.count)
                start[directoryEnd] = UInt8(truncatingIfNeeded: itemsStart >> 8)
                start[directoryEnd + 1] = UInt8(truncatingIfNeeded: itemsStart)
            }
            directoryEnd += 2
        }

        /// Writes the block's header once the block is full.
        mutating func finish() {
            for (place, value) in [(5, free), (7, free), (9, directoryEnd)] {
                content[place] = UInt8(truncatingIfNeeded: value >> 8)
                content[place + 1] = UInt8(truncatingIfNeeded: value)
            }
        }
    }

    /// What the version file records about a table.
    struct Root {
        var block: UInt32 = 0
        var level = 0
        var entries: UInt64 = 0
        var blocks: UInt32 = 0
    }

    init(path: String) throws(XapianError) {
        file = try RandomAccessFile(path: path)
        blocks = [OpenBlock(number: 0, level: 0)]
        // The first leaf begins with an item that has no key.
        let first: [UInt8] = [0x60, 0, 0]
        first.withUnsafeBufferPointer { blocks[0].add($0) }
    }

    /// Adds an entry, whose key must sort after all others.
    ///
    /// - Parameters:
    ///   - newKey: the key, 1 to 255 bytes.
    ///   - tag: the entry's value; split over several items if it does not fit into the block.
    ///   - isCompressed: whether the tag is a raw deflated stream.
    /// - Throws: `invalidArgument` for a key or a tag that is too long; `database`, `diskFull`.
    func add(
        _ newKey: UnsafeBufferPointer<UInt8>, _ tag: UnsafeBufferPointer<UInt8>, isCompressed: Bool = false
    ) throws(XapianError) {
        guard newKey.count <= GlassTable.longestKey, !newKey.isEmpty else {
            throw XapianError(kind: .invalidArgument, message: "a key of \(newKey.count) bytes does not fit in a table")
        }
        swap(&key, &lastKey)
        key.removeAll(keepingCapacity: true)
        key.append(contentsOf: newKey)
        let head = 3 + newKey.count
        var (done, component) = (0, 1)
        repeat {
            let overhead = head + (component > 1 ? 2 : 0)
            let rest = tag.count - done
            let available = blocks[0].free - 2 - overhead
            // Less than this is left empty: a longer key in the branch block would cost as much.
            var length = min(rest, GlassTable.longestItem - overhead)
            if length > available {
                if available < 34 {
                    try startLeaf(before: newKey, component, after: component > 1 ? key : lastKey)
                    length = min(rest, blocks[0].free - 2 - overhead)
                } else {
                    length = available
                }
            }
            add(tag, from: done, length, component, isLast: done + length == tag.count, isCompressed)
            done += length
            component += 1
        } while done < tag.count
        guard component <= 0xFFFF else {
            throw XapianError(kind: .invalidArgument, message: "an entry of \(tag.count) bytes does not fit in a table")
        }
        entries += 1
    }

    private func add(
        _ tag: UnsafeBufferPointer<UInt8>, from offset: Int, _ length: Int, _ component: Int, isLast: Bool,
        _ isCompressed: Bool
    ) {
        item.removeAll()
        let size = key.count + length + (component > 1 ? 2 : 0)
        var flags: UInt8 = isCompressed ? 0x80 : 0
        if isLast { flags |= 0x40 }
        if component == 1 { flags |= 0x20 }
        item.append(UInt8(truncatingIfNeeded: size >> 8) | flags)
        item.append(UInt8(truncatingIfNeeded: size))
        item.append(UInt8(truncatingIfNeeded: key.count))
        item.append(key)
        if component > 1 { append(component) }
        item.append(UnsafeBufferPointer(rebasing: tag[offset..<offset + length]))
        blocks[0].add(item.bytes)
    }

    private func append(_ component: Int) {
        item.append(UInt8(truncatingIfNeeded: component >> 8))
        item.append(UInt8(truncatingIfNeeded: component))
    }

    /// Writes out the leaf and begins another, with a divider key that is as short as possible.
    private func startLeaf(
        before next: UnsafeBufferPointer<UInt8>, _ component: Int, after previous: [UInt8]
    ) throws(XapianError) {
        var same = 0
        while same < min(next.count, previous.count), next[same] == previous[same] { same += 1 }
        let divider = UnsafeBufferPointer(rebasing: next[..<min(same + 1, next.count)])
        try startBlock(level: 0, divider: divider, component: component)
    }

    /// Writes out the block of a level, begins the next one, and adds a branch to it in the level above.
    private func startBlock(
        level: Int, divider: UnsafeBufferPointer<UInt8>, component: Int
    ) throws(XapianError) {
        let full = blocks[level].number
        try write(level: level)
        let number = takeNumber()
        blocks[level] = OpenBlock(number: number, level: level)
        if level + 1 == blocks.count {
            blocks.append(OpenBlock(number: takeNumber(), level: level + 1))
            formBranch(to: full, UnsafeBufferPointer(start: nil, count: 0), component: 0)
            blocks[level + 1].add(item.bytes)
        }
        if blocks[level + 1].free < 4 + 1 + divider.count + 2 + 2 {
            try startBlock(level: level + 1, divider: divider, component: component)
            // The first item of a branch block has no key.
            formBranch(to: number, UnsafeBufferPointer(start: nil, count: 0), component: 0)
        } else {
            formBranch(to: number, divider, component: component)
        }
        blocks[level + 1].add(item.bytes)
    }

    private func formBranch(to number: UInt32, _ key: UnsafeBufferPointer<UInt8>, component: Int) {
        item.removeAll()
        for shift in stride(from: UInt32(24), through: 0, by: -8) {
            item.append(UInt8(truncatingIfNeeded: number >> shift))
        }
        item.append(UInt8(truncatingIfNeeded: key.count))
        item.append(key)
        append(component)
    }

    private func takeNumber() -> UInt32 {
        defer { nextNumber += 1 }
        return nextNumber
    }

    private func write(level: Int) throws(XapianError) {
        blocks[level].finish()
        let place = Int(blocks[level].number) * GlassTable.blockSize
        let (file, content) = (file, blocks[level].content)
        try content.withUnsafeBufferPointer { bytes throws(XapianError) in
            try file.write(UnsafeRawBufferPointer(bytes), at: place)
        }
        written &+= GlassTable.hash(content, number: blocks[level].number)
    }

    /// Writes what is left and verifies the file against what was written; the table cannot be used after this.
    ///
    /// - Throws: `database`, also if the file holds something else; `diskFull`.
    func finish() throws(XapianError) -> Root {
        for level in blocks.indices { try write(level: level) }
        try verify()
        let top = blocks.count - 1
        return Root(block: blocks[top].number, level: top, entries: entries, blocks: nextNumber)
    }

    private static func hash(_ block: some Collection<UInt8>, number: UInt32) -> UInt64 {
        block.withContiguousStorageIfAvailable { XXH3_64bits_withSeed($0.baseAddress, $0.count, UInt64(number)) } ?? 0
    }

    private func verify() throws(XapianError) {
        let together = 256
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: together * GlassTable.blockSize)
        defer { buffer.deallocate() }
        var sum: UInt64 = 0
        for first in stride(from: 0, to: Int(nextNumber), by: together) {
            let count = min(together, Int(nextNumber) - first)
            let bytes = UnsafeMutableBufferPointer(rebasing: buffer[..<(count * GlassTable.blockSize)])
            let read = try file.read(UnsafeMutableRawBufferPointer(bytes), at: first * GlassTable.blockSize)
            guard read == bytes.count else { break }
            for block in 0..<count {
                let start = block * GlassTable.blockSize
                sum &+= GlassTable.hash(bytes[start..<start + GlassTable.blockSize], number: UInt32(first + block))
            }
        }
        guard sum == written else {
            throw XapianError(kind: .database, message: "\(file.path) does not hold what was written to it")
        }
    }
}
