import Foundation
import IndexStorage
import Xapian

/// Rewrites an index in less space, in a generation beside the old one; all articles become its sealed database.
package enum Compaction {
    /// The result of a compaction.
    package struct Outcome: Hashable, Sendable {
        /// The number of articles in the index.
        package var articles: Int
        /// The number of the new generation.
        package var generation: Int
        /// The size of the previous generation in bytes.
        package var bytesBefore: Int
        /// The size of the new generation in bytes.
        package var bytes: Int
    }

    /// The posting lists are only joined if at most one in this number of sealed articles is a removed one.
    private static let leastKept = 10

    /// Compacts an index; the caller holds the write lock, has committed everything and has closed the databases.
    ///
    /// The posting lists of the old databases are joined, a matter of seconds, and articles that were removed from the
    /// sealed one stay in the files but are hidden. If those are more than a tenth of it, all articles are indexed
    /// again without them. The disk needs space for both generations during the compaction.
    ///
    /// - Parameter folder: the index.
    /// - Returns: the result, and the new locations of the documents.
    /// - Throws: `IndexError`; the old generation stays in this case.
    static func replaceGeneration(of folder: IndexFolder) throws(IndexError) -> (Outcome, Renumbering) {
        guard let old = try folder.claimGeneration() else { throw .missing(path: folder.path) }
        try old.checkIsReadable(of: folder)
        try old.checkIsComplete(of: folder)
        let bytesBefore = old.bytes()
        if try isCrowded(old, of: folder) {
            let made = try Rebuild.replaceGeneration(of: folder, progress: { _, _ in }) { name throws(IndexError) in
                throw .damaged(path: folder.path, reason: "\(name) cannot be read")
            }
            guard let new = try folder.presentGeneration() else { throw .missing(path: folder.path) }
            let outcome = Outcome(
                articles: made.articles, generation: new.number, bytesBefore: bytesBefore, bytes: new.bytes())
            return (outcome, made.renumbering)
        }
        let (new, made) = try folder.replaceGeneration { new throws(IndexError) in
            do {
                return try fill(new, from: old, of: folder)
            } catch let error as XapianError {
                throw old.explained(error, of: folder)
            } catch let error as IndexError {
                throw error
            } catch {
                throw .fileSystem(path: folder.path, reason: String(describing: error))
            }
        }
        let outcome = Outcome(
            articles: made.articles, generation: new.number, bytesBefore: bytesBefore, bytes: new.bytes())
        return (outcome, made.renumbering)
    }

    /// Returns whether a large part of the sealed database is removed articles.
    private static func isCrowded(_ old: Generation, of folder: IndexFolder) throws(IndexError) -> Bool {
        do throws(XapianError) {
            let merge = try SealedMerge(of: old)
            return merge.tombstones.count * leastKept > (try merge.sealedCount)
        } catch {
            throw old.explained(error, of: folder)
        }
    }

    private static func fill(
        _ new: Generation, from old: Generation, of folder: IndexFolder
    ) throws -> (articles: Int, renumbering: Renumbering) {
        let source = try old.open()
        try SchemaVersion.check(source, path: folder.path)
        let articles = try source.documentCount
        let merge = try SealedMerge(of: old)
        var renumbering = Renumbering(sealedEnd: merge.sealedEnd, isSealed: true) { _ in nil }
        var tombstones = Tombstones()
        if articles > 0 {
            let offsets = try merge.write(to: new)
            tombstones = merge.tombstones.moved(by: offsets.sealed)
            let end = merge.sealedEnd
            renumbering.newNumber = { old in
                DocumentID(Int(old) + (old <= end ? offsets.sealed : offsets.live - Int(end)))
            }
        }
        try new.makeLive(tombstones: tombstones, after: try source.indexRevision, of: folder).close()
        guard try new.open().documentCount == articles else {
            throw IndexError.damaged(path: folder.path, reason: "compacting it gives fewer articles than it holds")
        }
        return (articles, renumbering)
    }
}
