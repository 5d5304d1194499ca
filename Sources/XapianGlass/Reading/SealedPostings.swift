import Foundation
package import Xapian

/// Reads the posting lists of a database that is no longer written, straight from its table.
///
/// Xapian returns postings one by one; reading a whole list this way takes a small part of that time. Any thread may
/// read at any time.
package final class SealedPostings: Sendable {
    private let table: GlassTableReader
    private let version: GlassVersionFile

    /// Opens a database's table of postings.
    ///
    /// - Parameter folder: the database's folder.
    /// - Throws: `database`, `databaseCorrupt`; `databaseVersion` if Xapian wrote it in another format.
    package init(folder: String) throws(XapianError) {
        version = try GlassVersionFile(reading: folder)
        guard let root = version.roots[.postlist], let size = version.blockSizes[.postlist] else {
            throw GlassBlock.damaged
        }
        table = try GlassTableReader(path: folder + "/postlist.glass", root: root, blockSize: size)
    }

    /// Returns the documents that have a term, in ascending order of their numbers in that database, and the
    /// frequencies.
    ///
    /// - Parameter term: the term.
    /// - Returns: the postings; empty if no document has the term.
    /// - Throws: `database`, `databaseCorrupt`.
    package func postings(of term: [UInt8]) throws(XapianError) -> [Posting] {
        // In Xapian every document has the empty term, but no list is stored for it.
        guard !term.isEmpty else { return [] }
        var key = ByteSink()
        term.withUnsafeBufferPointer { GlassKey.escape($0, into: &key) }
        return try list(under: Array(key.bytes), separator: [0], isLengths: false)
    }

    /// Returns the lengths of all documents, each as the frequency of a posting.
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
            // A longer term that starts with this one may occur between its chunks: a zero byte of such a term is
            // escaped.
            let isOfList = isHead || item.key.count > further.count && item.key.starts(with: further)
            guard isOfList, isHead || item.key[further.count] != 0xFF else { return false }
            try decoder.append(
                item, numbered: isHead ? nil : UnsafeRawBufferPointer(rebasing: item.key[further.count...]))
            return true
        }
        return try decoder.finish()
    }
}
