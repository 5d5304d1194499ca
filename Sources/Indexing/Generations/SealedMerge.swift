import Foundation
import IndexStorage
import Xapian

/// Makes one sealed database from a generation's two: posting lists are joined, nothing is indexed again.
struct SealedMerge {
    private let generation: Generation
    private let live: Database
    private let sealed: Database?
    /// The hidden articles of the old sealed database; they are in the new one as well.
    let tombstones: Tombstones
    /// The last number of the old sealed database; 0 if there is none.
    let sealedEnd: DocumentID

    /// Opens the databases of a generation that is not written during the merge.
    init(of generation: Generation) throws(XapianError) {
        self.generation = generation
        live = try Database(path: generation.livePath)
        sealed = try generation.openSealed(beside: live)
        sealedEnd = try sealed?.lastDocumentID ?? 0
        tombstones = try Tombstones(in: live, upTo: sealedEnd)
    }

    /// The number of articles in the old sealed database, including hidden ones.
    var sealedCount: Int { get throws(XapianError) { try sealed?.documentCount ?? 0 } }

    /// Writes the sealed database of a new generation.
    ///
    /// - Parameter new: the generation, whose folder exists.
    /// - Returns: the offsets added to the document numbers of the old sealed database and of the live one.
    /// - Throws: `IndexError`, `XapianError`.
    func write(to new: Generation) throws -> (sealed: Int, live: Int) {
        let view = new.path + "/unlisted"
        try SealedMerge.makeView(view, ofUnlisted: generation.livePath)
        var sources: [String] = []
        // Xapian omits empty sources by itself, but not if there is no other source.
        if try sealedCount > 0 { sources.append(generation.sealedPath) }
        if try live.documentCount > 0 { sources.append(view) }
        try Database.compact(from: sources, to: new.sealedPath)
        try FileManager.default.removeItem(atPath: view)
        return try offsets(in: new)
    }

    /// Determines the offsets from the first document of each source, since Xapian moves all of a source's documents by
    /// one offset.
    private func offsets(in new: Generation) throws(XapianError) -> (sealed: Int, live: Int) {
        let database = try Database(path: new.sealedPath)
        let old = try sealedCount
        let documents = try database.documents(with: [], limit: old + 1)
        var (sealedOffset, liveOffset) = (0, 0)
        if let first = documents.first, let before = try sealed?.documents(with: [], limit: 1).first {
            sealedOffset = Int(first) - Int(before)
        }
        if documents.count > old, let first = documents.last, let before = try live.documents(with: [], limit: 1).first
        {
            liveOffset = Int(first) - Int(before)
        }
        return (sealedOffset, liveOffset)
    }

    /// Makes a folder of links that represents a database without its term lists.
    ///
    /// Xapian omits term lists from a database that it makes from one without them.
    private static func makeView(_ view: String, ofUnlisted path: String) throws {
        guard mkdir(view, 0o700) == 0 else { throw IndexError(systemError: errno, at: view) }
        for name in try FileManager.default.contentsOfDirectory(atPath: path)
        where !name.hasPrefix("termlist.") && name != "flintlock" {
            guard symlink(path + "/" + name, view + "/" + name) == 0 else {
                throw IndexError(systemError: errno, at: view + "/" + name)
            }
        }
    }
}
