import Foundation
package import Xapian

/// Makes the stored documents of a database readable whose other files are gone or damaged.
///
/// Xapian opens no database without its table of postings and without the file that names the tables' roots. The salvage is
/// a folder with a link to the table of documents, an empty table of postings, and such a file made anew. In it Xapian
/// knows no document, but returns the data of those that are asked for by number.
package enum DocumentSalvage {
    /// The sizes of blocks that Xapian allows, the usual ones first.
    private static let blockSizes = [8_192, 4_096, 2_048, 16_384, 32_768, 65_536]

    /// Makes a salvage; what `iamglass` says is used if it can be read, otherwise the root is searched for.
    ///
    /// - Parameters:
    ///   - folder: the database's folder.
    ///   - view: the folder to make.
    ///   - needsDocuments: whether a table that is gone is an error; otherwise it counts as empty.
    /// - Throws: `databaseCorrupt` if the table is gone or has no root; `database`, `diskFull`.
    package static func make(
        of folder: String, at view: String, needsDocuments: Bool
    ) throws(XapianError) {
        var version = GlassVersionFile()
        let table = folder + "/docdata.glass"
        if access(table, F_OK) == 0 {
            if let read = try? GlassVersionFile(reading: folder), let root = read.roots[.docdata] {
                version.roots[.docdata] = root
                version.blockSizes[.docdata] = read.blockSizes[.docdata]
                (version.revision, version.statistics) = (read.revision, read.statistics)
            } else {
                version = try search(table)
            }
        } else if needsDocuments {
            throw XapianError(kind: .databaseCorrupt, message: "\(table) is gone")
        }
        // Xapian would take the next block of the file for the next leaf.
        version.isSequential = false
        if let size = version.blockSizes[.docdata] {
            var status = stat()
            guard stat(table, &status) == 0 else { throw XapianError(systemError: errno, "cannot use \(table)") }
            version.roots[.docdata]?.blocks = UInt32(clamping: Int(status.st_size) / size)
        }
        guard mkdir(view, 0o700) == 0 else { throw XapianError(systemError: errno, "cannot make \(view)") }
        if version.roots[.docdata] != nil, symlink(table, view + "/docdata.glass") != 0 {
            throw XapianError(systemError: errno, "cannot make a link in \(view)")
        }
        _ = try RandomAccessFile(path: view + "/postlist.glass")
        try version.write(to: view)
    }

    /// Finds the newest root of a table of documents, by what its blocks say.
    private static func search(_ path: String) throws(XapianError) -> GlassVersionFile {
        for size in blockSizes {
            guard let (root, revision) = try newestRoot(path, blockSize: size) else { continue }
            do throws(XapianError) {
                let reader = try GlassTableReader(path: path, root: root, blockSize: size)
                let (entries, last) = try GlassTableCheck.extent(of: reader, root: root, revision: revision)
                var version = GlassVersionFile()
                version.roots[.docdata] = root
                version.roots[.docdata]?.entries = entries
                version.blockSizes[.docdata] = size
                version.revision = revision
                version.statistics.lastDocument = UInt32(clamping: last)
                version.statistics.documents = UInt32(clamping: min(entries, last))
                return version
            } catch {
                guard error.kind == .databaseCorrupt else { throw error }
            }
        }
        throw XapianError(kind: .databaseCorrupt, message: "no root was found in \(path)")
    }

    /// Returns the block of the highest level, the newest of several, if the file has blocks of that size.
    private static func newestRoot(
        _ path: String, blockSize: Int
    ) throws(XapianError) -> (GlassTable.Root, revision: UInt32)? {
        let file = try RandomAccessFile(reading: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 16)
        defer { buffer.deallocate() }
        var best: (GlassTable.Root, revision: UInt32)?
        var number = 0
        while try file.read(buffer, at: number * blockSize) == blockSize {
            let level = Int(buffer[4])
            if level < GlassTableReader.mostLevels,
                let block = try? GlassBlock(UnsafeRawBufferPointer(buffer), level: level), block.count > 0
            {
                let found = (level, block.revision)
                if best.map({ found > ($0.0.level, $0.revision) }) ?? true {
                    best = (GlassTable.Root(block: UInt32(clamping: number), level: level), block.revision)
                }
            }
            number += 1
        }
        return best
    }
}
