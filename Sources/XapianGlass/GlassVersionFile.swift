import Foundation
import Xapian

/// The file `iamglass`, which records the root of each table and the statistics of all documents.
struct GlassVersionFile {
    /// The tables, in the order in which the file lists them.
    enum Table: Int, CaseIterable {
        case postlist, docdata, termlist, position, spelling, synonym
    }

    /// The statistics of all documents.
    struct Statistics {
        var documents: UInt32 = 0
        var lastDocument: UInt32 = 0
        var shortest: UInt32 = 0
        var longest: UInt32 = 0
        var totalLength: UInt64 = 0
        var highestFrequency: UInt32 = 0
    }

    var roots: [Table: GlassTable.Root] = [:]
    var statistics = Statistics()
    /// The size of the blocks of each table that has a root, in bytes.
    var blockSizes: [Table: Int] = [:]
    /// Whether the leaves of each table follow each other in its file.
    var isSequential = true
    /// The revision of the last commit.
    var revision = GlassVersionFile.firstRevision

    /// Format 2016-03-14, which Xapian 1.4 writes and reads.
    static let magic: [UInt8] = [0x0F, 0x0D] + "Xapian Glass".utf8 + [0x04, 0x6E]

    /// The revision of a database that was written in one pass.
    private static let firstRevision: UInt32 = 1

    func write(to folder: String) throws(XapianError) {
        var content = ByteSink()
        content.append(GlassVersionFile.magic)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<16 { content.append(UInt8.random(in: .min ... .max, using: &generator)) }
        content.pack(revision)
        for table in Table.allCases { append(roots[table], of: table, to: &content) }
        content.pack(statistics.documents)
        content.pack(statistics.lastDocument - statistics.documents)
        content.pack(statistics.shortest)
        content.pack(statistics.highestFrequency)
        content.pack(max(statistics.longest, statistics.highestFrequency) - statistics.highestFrequency)
        // No changesets, and no spelling.
        content.pack(0)
        content.pack(statistics.totalLength)
        content.pack(0)
        let file = try RandomAccessFile(path: folder + "/iamglass")
        try file.write(UnsafeRawBufferPointer(content.bytes), at: 0)
    }

    private func append(_ root: GlassTable.Root?, of table: Table, to content: inout ByteSink) {
        content.pack(root?.block ?? 0)
        // Leaves are sequential in the file (2); a table without a file has no root (1).
        content.pack((root?.level ?? 0) << 2 | (isSequential ? 2 : 0) | (root == nil ? 1 : 0))
        content.pack(root?.entries ?? 0)
        content.pack((blockSizes[table] ?? GlassTable.blockSize) >> 11)
        // The size in bytes from which Xapian compresses tags that are added later.
        content.pack(table == .postlist || table == .position ? 0 : 18)
        var free = ByteSink()
        if let root {
            free.pack(revision)
            free.pack(root.blocks)
            for _ in 0..<4 { free.pack(0) }
        }
        content.packCounted(free.bytes)
    }
}
