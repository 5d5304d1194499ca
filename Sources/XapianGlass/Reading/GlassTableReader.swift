import Foundation
import Xapian

/// Reads a table of a database that nobody writes any more.
final class GlassTableReader: Sendable {
    private let file: RandomAccessFile
    private let root: GlassTable.Root
    private let blockSize: Int

    /// Xapian's tables have no more levels than this.
    private static let mostLevels = 10

    /// Opens a table.
    ///
    /// - Throws: `database`; `databaseCorrupt` where the root cannot be one.
    init(path: String, root: GlassTable.Root, blockSize: Int) throws(XapianError) {
        guard 2_048...65_536 ~= blockSize, 0..<GlassTableReader.mostLevels ~= root.level else {
            throw GlassBlock.damaged
        }
        file = try RandomAccessFile(reading: path)
        (self.root, self.blockSize) = (root, blockSize)
    }

    /// Goes through what stands under a key and those behind it, piece by piece.
    ///
    /// - Parameters:
    ///   - key: the first key of interest.
    ///   - body: is given each piece; false ends the reading.
    /// - Throws: `database`, `databaseCorrupt`; what `body` throws.
    func read(
        from key: [UInt8], _ body: (GlassBlock.LeafItem) throws(XapianError) -> Bool
    ) throws(XapianError) {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: (root.level + 1) * blockSize, alignment: 16)
        defer { room.deallocate() }
        try key.withUnsafeBufferPointer { key throws(XapianError) in
            _ = try read(Int(root.block), level: root.level, from: UnsafeRawBufferPointer(key), room, body)
        }
    }

    private func read(
        _ number: Int, level: Int, from key: UnsafeRawBufferPointer, _ room: UnsafeMutableRawBufferPointer,
        _ body: (GlassBlock.LeafItem) throws(XapianError) -> Bool
    ) throws(XapianError) -> Bool {
        let own = UnsafeMutableRawBufferPointer(rebasing: room[level * blockSize..<(level + 1) * blockSize])
        guard try file.read(own, at: number * blockSize) == blockSize else { throw GlassBlock.damaged }
        let block = try GlassBlock(UnsafeRawBufferPointer(own), level: level)
        let before = try block.countBefore(key)
        if level == 0 {
            for item in before..<max(before, block.count) where try !body(try block.leafItem(item)) { return false }
        } else {
            // What is sought may begin in the block to which the key before it leads.
            for item in before - 1..<max(before - 1, block.count) {
                guard try read(try block.child(item), level: level - 1, from: key, room, body) else { return false }
            }
        }
        return true
    }
}
