import Xapian

extension Database {
    /// The metadata key of the revision that the generation before had when this one took its place.
    static let baseKey = "tracuu.revisionBase"

    /// The revision as everybody outside is told: it rises with every commit, from one generation to the next too.
    package var indexRevision: Int {
        get throws(XapianError) { try revisionBase + Int(clamping: try revision) }
    }

    fileprivate var revisionBase: Int {
        get throws(XapianError) { Int(String(decoding: try metadata(Database.baseKey), as: UTF8.self)) ?? 0 }
    }
}

extension WritableDatabase {
    /// Has the generation's revisions begin behind one of the generation before; to be committed.
    func setRevisionBase(_ revision: Int) throws(XapianError) {
        try setMetadata(Database.baseKey, to: Array(String(revision).utf8))
    }
}

extension Generation {
    /// Has a generation that was copied or compacted go on behind the revisions of the one before, durable or not.
    ///
    /// - Parameters:
    ///   - revision: the last revision of the one before.
    ///   - index: the index's folder, for errors.
    /// - Returns: the revision that it has now.
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
    /// The revision of the current generation; 0 where there is none, or none that can be read.
    package func lastRevision() throws(IndexError) -> Int {
        guard let current = try? presentGeneration(), let database = try? Database(path: current.livePath) else {
            return 0
        }
        do { return try database.indexRevision } catch { throw IndexError(error, path: path) }
    }
}
