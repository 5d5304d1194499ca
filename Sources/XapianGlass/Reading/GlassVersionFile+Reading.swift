import Foundation
import Xapian

extension GlassVersionFile {
    /// Reads the root of a database's table of postings, and the statistics of its documents.
    ///
    /// - Throws: `database`, `databaseCorrupt`; `databaseVersion` if the format is different.
    init(reading folder: String) throws(XapianError) {
        let path = folder + "/iamglass"
        var content = [UInt8](repeating: 0, count: 4_096)
        let file = try RandomAccessFile(reading: path)
        let count = try content.withUnsafeMutableBufferPointer { content throws(XapianError) in
            try file.read(UnsafeMutableRawBufferPointer(content), at: 0)
        }
        self.init()
        guard content.starts(with: GlassVersionFile.magic) else {
            throw XapianError(kind: .databaseVersion, message: "\(path) is of another format than Xapian 1.4's")
        }
        // A UUID follows.
        let start = GlassVersionFile.magic.count + 16
        try content[..<count].dropFirst(start).withUnsafeBufferPointer { content throws(XapianError) in
            var numbers = GlassNumbers(UnsafeRawBufferPointer(content))
            revision = UInt32(try numbers.next(upTo: UInt64(UInt32.max)))
            for table in Table.allCases { try read(table, from: &numbers) }
            statistics.documents = UInt32(try numbers.next(upTo: UInt64(UInt32.max)))
            let gap = try numbers.next(upTo: UInt64(UInt32.max - statistics.documents))
            statistics.lastDocument = statistics.documents + UInt32(gap)
        }
    }

    private mutating func read(_ table: Table, from numbers: inout GlassNumbers) throws(XapianError) {
        var root = GlassTable.Root()
        root.block = UInt32(try numbers.next(upTo: UInt64(UInt32.max)))
        let level = try numbers.next(upTo: 0xFF)
        root.level = Int(level >> 2)
        root.entries = try numbers.next(upTo: .max)
        let blockSize = Int(try numbers.next(upTo: 32)) << 11
        _ = try numbers.next(upTo: .max)
        for _ in 0..<(try numbers.next(upTo: 4_096)) { _ = try numbers.byte() }
        let isThere = level & 1 == 0
        if isThere { (roots[table], blockSizes[table]) = (root, blockSize) }
    }
}
