import Xapian

/// Writes an index anew in less space, in a generation beside the old one.
package enum Compaction {
    /// What came of it.
    package struct Outcome: Hashable, Sendable {
        /// How many articles the index holds.
        package var articles: Int
        /// The number of the new generation.
        package var generation: Int
        /// Bytes of the generation before.
        package var bytesBefore: Int
        /// Bytes of the generation now.
        package var bytes: Int
    }

    /// Does it, for whoever holds the write lock and has everything committed and the database closed.
    ///
    /// Documents keep their numbers. The disk needs room for both generations meanwhile.
    ///
    /// - Parameter folder: the index.
    /// - Returns: what came of it.
    /// - Throws: `IndexError`; then the old generation stays.
    static func replaceGeneration(of folder: IndexFolder) throws(IndexError) -> Outcome {
        guard let old = try folder.claimGeneration() else { throw .missing(path: folder.path) }
        let bytesBefore = old.bytes()
        let (new, articles) = try folder.replaceGeneration { new throws(IndexError) in
            do {
                let source = try Database(path: old.livePath)
                try SchemaVersion.check(source, path: folder.path)
                let articles = try source.documentCount
                try Database.compact(from: [old.livePath], to: new.livePath, options: .keepsDocumentIDs)
                _ = try new.continueRevisions(after: try source.indexRevision, of: folder)
                let made = try Database(path: new.livePath)
                guard try made.documentCount == articles else {
                    throw IndexError.damaged(
                        path: folder.path, reason: "compacting it gives fewer articles than it holds")
                }
                return articles
            } catch let error as XapianError {
                throw IndexError(error, path: folder.path)
            } catch let error as IndexError {
                throw error
            } catch {
                throw .fileSystem(path: folder.path, reason: String(describing: error))
            }
        }
        return Outcome(articles: articles, generation: new.number, bytesBefore: bytesBefore, bytes: new.bytes())
    }
}
