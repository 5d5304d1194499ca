import Foundation
package import Xapian

/// Checks the structure of a database's tables without writing to them: Xapian's own check opens each for writing.
///
/// Every block that the root leads to has to be a block of its level with items in ascending order, and no block may be
/// used twice. What the items mean is left to the other checks.
package struct GlassTableCheck {
    /// What is wrong with a table.
    package struct Problem: Hashable, Sendable {
        /// The table's name.
        package let table: String
        /// What is wrong, in one line.
        package let text: String
    }

    private let reader: GlassTableReader
    private let root: GlassTable.Root
    private let revision: UInt32
    private var used: Set<Int> = []
    private var entries: UInt64 = 0
    /// The key, and the number of the piece, of the last item of a leaf.
    private var last: GlassBlock.Position?

    /// Checks every table of a database that is not written meanwhile.
    ///
    /// - Parameter folder: the database's folder.
    /// - Returns: the first problem of each table that has one.
    /// - Throws: `database` if a file cannot be read; `databaseVersion`, or `databaseCorrupt` if the file that names the
    ///   tables' roots is damaged.
    package static func problems(in folder: String) throws(XapianError) -> [Problem] {
        let version = try GlassVersionFile(reading: folder)
        var found: [Problem] = []
        for table in GlassVersionFile.Table.allCases {
            // A table without a root is empty, and need not have a file.
            guard let root = version.roots[table], let size = version.blockSizes[table] else { continue }
            let path = "\(folder)/\(table).glass"
            guard access(path, F_OK) == 0 else {
                found.append(Problem(table: "\(table)", text: "it is gone"))
                continue
            }
            do throws(XapianError) {
                let reader = try GlassTableReader(path: path, root: root, blockSize: size)
                var check = GlassTableCheck(reader: reader, root: root, revision: version.revision)
                try check.run()
            } catch {
                guard error.kind == .databaseCorrupt else { throw error }
                found.append(Problem(table: "\(table)", text: error.message))
            }
        }
        return found
    }

    private init(reader: GlassTableReader, root: GlassTable.Root, revision: UInt32) {
        (self.reader, self.root, self.revision) = (reader, root, revision)
    }

    /// Checks a table of documents whose root was found by searching.
    ///
    /// - Returns: the number of entries, and the last document's number.
    /// - Throws: `databaseCorrupt`, `database`.
    static func extent(
        of reader: GlassTableReader, root: GlassTable.Root, revision: UInt32
    ) throws(XapianError) -> (entries: UInt64, last: UInt64) {
        var check = GlassTableCheck(reader: reader, root: root, revision: revision)
        let entries = try check.count()
        guard entries > 0, let key = check.last?.key else { return (0, 0) }
        let last = try key.withUnsafeBufferPointer { key throws(XapianError) in
            try GlassNumbers.sortable(UnsafeRawBufferPointer(key))
        }
        return (entries, last)
    }

    /// Checks the table and returns the number of its entries.
    private mutating func count() throws(XapianError) -> UInt64 {
        try check(Int(root.block), level: root.level, newest: revision, above: nil)
        // The first leaf begins with an item that belongs to no entry.
        return entries > 0 ? entries - 1 : 0
    }

    private mutating func run() throws(XapianError) {
        let counted = try count()
        guard counted == root.entries else {
            throw GlassTableCheck.damaged("it says that it has \(root.entries) entries, and has \(counted)")
        }
    }

    /// Checks a block and those below it.
    ///
    /// - Parameters:
    ///   - number: the block's number.
    ///   - level: its level, 0 for a leaf.
    ///   - newest: the latest revision that may have written it.
    ///   - divider: what its first item must not precede, or nil.
    /// - Throws: `databaseCorrupt` at the first problem; `database`.
    private mutating func check(
        _ number: Int, level: Int, newest: UInt32, above divider: GlassBlock.Position?
    ) throws(XapianError) {
        guard used.insert(number).inserted else { throw GlassTableCheck.damaged("block \(number) is used twice") }
        let problem = { (text: String) in GlassTableCheck.damaged("block \(number) \(text)") }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: reader.blockSize, alignment: 16)
        defer { buffer.deallocate() }
        guard try reader.read(number, to: buffer) else { throw problem("is behind the end of the file") }
        let block: GlassBlock
        do throws(XapianError) {
            block = try GlassBlock(UnsafeRawBufferPointer(buffer), level: level)
        } catch {
            throw problem("is no block of level \(level)")
        }
        guard block.count > 0, block.isDirectoryWhole else { throw problem("has a damaged directory") }
        guard block.revision <= newest else { throw problem("is newer than the block that leads to it") }
        var bytes = 0
        for item in 0..<block.count {
            let extent: Range<Int>
            do throws(XapianError) {
                extent = try block.extent(item)
            } catch {
                throw problem("has an item that ends outside of it")
            }
            guard extent.lowerBound >= block.directoryEnd else { throw problem("has an item in its directory") }
            bytes += extent.count
        }
        guard bytes + block.freeBytes + block.directoryEnd == reader.blockSize else {
            throw problem("has items that overlap, or counts its free space wrongly")
        }
        if level == 0 { return try checkOrder(of: block, above: divider, problem) }
        for item in 0..<block.count {
            // The first item of a branch has no key.
            let divider = item == 0 ? divider : try block.position(item)
            if item > 0, let last, let divider, divider <= last {
                throw problem("has a divider that is not above what it divides")
            }
            try check(try block.child(item), level: level - 1, newest: block.revision, above: divider)
        }
    }

    private mutating func checkOrder(
        of leaf: GlassBlock, above divider: GlassBlock.Position?, _ problem: (String) -> XapianError
    ) throws(XapianError) {
        if let divider, try leaf.position(0) < divider { throw problem("has an item before its divider") }
        for item in 0..<leaf.count {
            let position = try leaf.position(item)
            if let last, position <= last { throw problem("has an item that is not in order") }
            if position.piece == 1 { entries += 1 }
            last = position
        }
    }

    private static func damaged(_ text: String) -> XapianError {
        XapianError(kind: .databaseCorrupt, message: text)
    }
}

extension GlassBlock {
    /// The place of an item in a table's order.
    struct Position: Comparable {
        let key: [UInt8]
        /// The number of the piece of the entry's value, from 1.
        let piece: Int

        static func < (left: Position, right: Position) -> Bool {
            left.key == right.key ? left.piece < right.piece : left.key.lexicographicallyPrecedes(right.key)
        }
    }
}
