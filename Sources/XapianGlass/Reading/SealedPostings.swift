import Foundation
package import Xapian

/// Reads the posting lists of a database that nobody writes any more, straight from its table.
///
/// Xapian hands out postings one by one; a list that is wanted whole is read so in a small part of that time. Any thread may
/// read at any time.
package final class SealedPostings: Sendable {
    private let table: GlassTableReader
    private let version: GlassVersionFile

    /// Opens a database's table of postings.
    ///
    /// - Parameter folder: the database's folder.
    /// - Throws: `database`, `databaseCorrupt`; `databaseVersion` where Xapian wrote it in another format.
    package init(folder: String) throws(XapianError) {
        version = try GlassVersionFile(reading: folder)
        guard let root = version.roots[.postlist] else { throw GlassBlock.damaged }
        table = try GlassTableReader(path: folder + "/postlist.glass", root: root, blockSize: version.postlistBlockSize)
    }

    /// The documents that hold a term, by their numbers in that database alone, in ascending order, and how often each does.
    ///
    /// - Parameter term: the term.
    /// - Returns: the postings; none where no document holds it.
    /// - Throws: `database`, `databaseCorrupt`.
    package func postings(of term: [UInt8]) throws(XapianError) -> [Posting] {
        // Xapian has every document hold the empty term, and no list of it.
        guard !term.isEmpty else { return [] }
        var key = ByteSink()
        term.withUnsafeBufferPointer { GlassKey.escape($0, into: &key) }
        return try list(under: Array(key.bytes), separator: [0], isLengths: false)
    }

    /// The lengths of all documents, as the frequency of a posting each.
    ///
    /// - Throws: `database`, `databaseCorrupt`.
    package func lengths() throws(XapianError) -> [Posting] {
        try list(under: GlassKey.lengths, separator: [], isLengths: true)
    }

    private func list(
        under key: [UInt8], separator: [UInt8], isLengths: Bool
    ) throws(XapianError) -> [Posting] {
        let further = key + separator
        var decoder = PostingListDecoder(
            mostDocuments: Int(version.statistics.documents), lastDocument: version.statistics.lastDocument,
            isLengths: isLengths)
        try table.read(from: key) { item throws(XapianError) in
            guard item.key.starts(with: key) else { return false }
            let isHead = item.key.count == key.count
            // A term that goes on behind this one may stand between its chunks: a zero byte of such a term is escaped.
            let isOfList = isHead || item.key.count > further.count && item.key.starts(with: further)
            guard isOfList, isHead || item.key[further.count] != 0xFF else { return false }
            try decoder.append(
                item, numbered: isHead ? nil : UnsafeRawBufferPointer(rebasing: item.key[further.count...]))
            return true
        }
        return try decoder.finish()
    }
}
