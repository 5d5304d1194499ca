import Foundation
import IndexStorage
import Xapian

/// Makes one sealed database of a generation's two: posting lists are joined, nothing is indexed again.
struct SealedMerge {
    private let generation: Generation
    private let live: Database
    private let sealed: Database?
    /// Which articles of the old sealed database are not to be seen; they lie in the new one as well.
    let tombstones: Tombstones
    /// The last number of the old sealed database; 0 where there is none.
    let sealedEnd: DocumentID

    /// Opens the databases of a generation that nobody writes meanwhile.
    init(of generation: Generation) throws(XapianError) {
        self.generation = generation
        live = try Database(path: generation.livePath)
        sealed = try generation.openSealed(beside: live)
        sealedEnd = try sealed?.lastDocumentID ?? 0
        tombstones = try Tombstones(in: live, upTo: sealedEnd)
    }

    /// How many articles lie in the old sealed database, those that are not to be seen among them.
    var sealedCount: Int { get throws(XapianError) { try sealed?.documentCount ?? 0 } }

    /// Writes the sealed database of a new generation.
    ///
    /// - Parameter new: the generation, whose folder is there.
    /// - Returns: what is added to the numbers of the old sealed database's documents, and of the live one's.
    /// - Throws: `IndexError`, `XapianError`.
    func write(to new: Generation) throws -> (sealed: Int, live: Int) {
        let view = new.path + "/unlisted"
        try SealedMerge.makeView(view, ofUnlisted: generation.livePath)
        var sources: [String] = []
        // Xapian leaves out empty ones of itself, but not where there is nothing else.
        if try sealedCount > 0 { sources.append(generation.sealedPath) }
        if try live.documentCount > 0 { sources.append(view) }
        try Database.compact(from: sources, to: new.sealedPath)
        try FileManager.default.removeItem(atPath: view)
        return try offsets(in: new)
    }

    /// Xapian moves each source's documents by one offset, so the first of each tells.
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

    /// Makes a folder of links that stands for a database without its term lists: Xapian leaves them out of a database that it
    /// makes of one which has none.
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
