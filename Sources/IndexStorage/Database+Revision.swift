import Xapian

extension Database {
    /// The metadata key of the previous generation's revision when this generation replaced it.
    static let baseKey = "tracuu.revisionBase"

    /// The externally visible revision: it rises with every commit, also from one generation to the next.
    package var indexRevision: Int {
        get throws(XapianError) { try revisionBase + Int(clamping: try revision) }
    }

    fileprivate var revisionBase: Int {
        get throws(XapianError) { Int(String(decoding: try metadata(Database.baseKey), as: UTF8.self)) ?? 0 }
    }
}

extension WritableDatabase {
    /// Makes the generation's revisions start after a revision of the previous one; this still has to be committed.
    func setRevisionBase(_ revision: Int) throws(XapianError) {
        try setMetadata(Database.baseKey, to: Array(String(revision).utf8))
    }
}

extension Generation {
    /// Makes the revisions of a copied or compacted generation continue after those of the previous one, durable or
    /// not.
    ///
    /// - Parameters:
    ///   - revision: the last revision of the previous generation.
    ///   - index: the index's folder, for errors.
    /// - Returns: the new revision of the generation.
    /// - Throws: `IndexError`.
    package func continueRevisions(after revision: Int, of index: IndexFolder) throws(IndexError) -> Int {
        do {
            let database = try WritableDatabase(path: livePath, opening: .open, options: .noSync)
            try database.setRevisionBase(max(revision, try database.revisionBase))
            try database.commit()
            let reached = try database.indexRevision
            try database.close()
            return reached
        } catch {
            throw IndexError(error, path: index.path)
        }
    }
}

extension IndexFolder {
    /// Returns the revision of the current generation; 0 if there is none, or none that can be read.
    package func lastRevision() throws(IndexError) -> Int {
        guard let current = try? presentGeneration(), let database = try? Database(path: current.livePath) else {
            return 0
        }
        do { return try database.indexRevision } catch { throw IndexError(error, path: path) }
    }
}
