import Foundation
import Xapian

/// Reads a table of a database that is no longer written.
final class GlassTableReader: Sendable {
    private let file: RandomAccessFile
    private let root: GlassTable.Root
    /// The size of a block in bytes.
    let blockSize: Int

    /// The maximum number of levels of Xapian's tables.
    static let mostLevels = 10

    /// Opens a table.
    ///
    /// - Throws: `database`; `databaseCorrupt` if the root is not a valid one.
    init(path: String, root: GlassTable.Root, blockSize: Int) throws(XapianError) {
        guard 2_048...65_536 ~= blockSize, 0..<GlassTableReader.mostLevels ~= root.level else {
            throw GlassBlock.damaged
        }
        file = try RandomAccessFile(reading: path)
        (self.root, self.blockSize) = (root, blockSize)
    }

    /// Reads a block, and returns false if the file ends before it does.
    ///
    /// - Throws: `database`.
    func read(_ number: Int, to buffer: UnsafeMutableRawBufferPointer) throws(XapianError) -> Bool {
        try file.read(buffer, at: number * blockSize) == blockSize
    }

    /// Reads the entries from a key on, piece by piece.
    ///
    /// - Parameters:
    ///   - key: the first key of interest.
    ///   - body: is called with each piece; returns false to stop.
    /// - Throws: `database`, `databaseCorrupt`; what `body` throws.
    func read(
        from key: [UInt8], _ body: (GlassBlock.LeafItem) throws(XapianError) -> Bool
    ) throws(XapianError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: (root.level + 1) * blockSize, alignment: 16)
        defer { buffer.deallocate() }
        try key.withUnsafeBufferPointer { key throws(XapianError) in
            _ = try read(Int(root.block), level: root.level, from: UnsafeRawBufferPointer(key), buffer, body)
        }
    }

    private func read(
        _ number: Int, level: Int, from key: UnsafeRawBufferPointer, _ buffer: UnsafeMutableRawBufferPointer,
        _ body: (GlassBlock.LeafItem) throws(XapianError) -> Bool
    ) throws(XapianError) -> Bool {
        let own = UnsafeMutableRawBufferPointer(rebasing: buffer[level * blockSize..<(level + 1) * blockSize])
        guard try file.read(own, at: number * blockSize) == blockSize else { throw GlassBlock.damaged }
        let block = try GlassBlock(UnsafeRawBufferPointer(own), level: level)
        let before = try block.countBefore(key)
        if level == 0 {
            for item in before..<max(before, block.count) where try !body(try block.leafItem(item)) { return false }
        } else {
            // The first entry may be in the block of the preceding divider key.
            for item in before - 1..<max(before - 1, block.count) {
                guard try read(try block.child(item), level: level - 1, from: key, buffer, body) else { return false }
            }
        }
        return true
    }
}
