import Foundation
package import Xapian

// A generation with a sealed database beside the live one, and both opened as one.

extension Generation {
    /// The metadata key under which the live database names the sealed one beside it.
    package static let sealedKey = "tracuu.sealed"

    /// The folder of the database without term lists that is no longer written; it need not exist.
    package var sealedPath: String { path + "/sealed" }

    /// Whether there is a sealed database beside the live one, sound or not.
    package var hasSealed: Bool { access(sealedPath, F_OK) == 0 }

    /// The folders of the databases: the live one, then the sealed one if there is one.
    package var databasePaths: [String] { hasSealed ? [livePath, sealedPath] : [livePath] }

    /// Opens the databases as one for reading, without what was removed from the sealed one.
    ///
    /// Document n of the live database has the number 2n - 1 there, and document n of the sealed one the number 2n. If
    /// there is no sealed one, the numbers are those of the live one. `reopenGeneration()` moves it to the newest
    /// commit.
    ///
    /// - Returns: the database.
    /// - Throws: `XapianError`; `databaseCorrupt` if the two databases do not belong together.
    package func open() throws(XapianError) -> Database {
        let database = try Database(paths: databasePaths)
        let identifiers = try database.uuid.split(separator: ":")
        try check(identifiers.dropFirst().first.map(String.init), isNamedBy: database)
        try database.hideTombstones()
        return database
    }

    /// Opens the sealed database, if there is one, without hiding any documents.
    ///
    /// - Parameter live: the live database.
    /// - Returns: the sealed database.
    /// - Throws: `XapianError`; `databaseCorrupt` if the two databases do not belong together.
    package func openSealed(beside live: Database) throws(XapianError) -> Database? {
        let sealed = hasSealed ? try Database(path: sealedPath) : nil
        try check(try sealed?.uuid, isNamedBy: live)
        return sealed
    }

    /// Rejects a sealed database that is not the one beside which the live one was created.
    private func check(_ identifier: String?, isNamedBy live: Database) throws(XapianError) {
        let named = String(decoding: try live.metadata(Generation.sealedKey), as: UTF8.self)
        guard named != identifier ?? "" else { return }
        let reason = identifier == nil ? "is gone" : "is not the database that \(livePath) was made beside"
        throw XapianError(kind: .databaseCorrupt, message: "\(sealedPath) \(reason)")
    }

    /// Creates the empty live database of a new generation, beside its sealed one if there is one.
    ///
    /// Commits do not wait for the disk: the generation is made durable when it is finished.
    ///
    /// - Parameters:
    ///   - tombstones: the hidden articles of the sealed database.
    ///   - revision: the last revision of the previous generation; 0 if there is none.
    ///   - index: the index's folder, for errors.
    /// - Returns: the live database.
    /// - Throws: `IndexError`; `.schema` if the sealed database was written with another schema.
    package func makeLive(
        tombstones: Tombstones = Tombstones(), after revision: Int, of index: IndexFolder
    ) throws(IndexError) -> WritableDatabase {
        do {
            let database = try WritableDatabase(path: livePath, opening: .create, options: .noSync)
            try database.setMetadata(SchemaVersion.metadataKey, to: Array(String(SchemaVersion.current).utf8))
            if revision > 0 { try database.setRevisionBase(revision) }
            if hasSealed {
                let sealed = try Database(path: sealedPath)
                try SchemaVersion.check(sealed, path: index.path)
                try database.setMetadata(Generation.sealedKey, to: Array(try sealed.uuid.utf8))
            }
            // Tombstones that were read from elsewhere count as written.
            var unwritten = tombstones.moved(by: 0)
            try unwritten.write(to: database)
            try database.commit()
            return database
        } catch let error as XapianError {
            throw IndexError(error, path: index.path)
        } catch let error as IndexError {
            throw error
        } catch {
            throw .fileSystem(path: index.path, reason: String(describing: error))
        }
    }
}

extension Database {
    /// Moves the databases of a generation to the newest commit, and hides what was removed since.
    ///
    /// - Returns: false if there was nothing newer.
    /// - Throws: what opening throws.
    @discardableResult
    package func reopenGeneration() throws(XapianError) -> Bool {
        let isNewer = try reopen()
        // This is done even if nothing is newer: reading the tombstones may have failed the last time.
        try hideTombstones()
        return isNewer
    }

    /// Hides the removed documents of the sealed database, if their number has grown.
    fileprivate func hideTombstones() throws(XapianError) {
        guard databaseCount > 1 else { return }
        let count = try Tombstones.count(in: self)
        guard count != hiddenCount else { return }
        // The live database comes first, as the metadata of several are the first one's; the sealed one has the even
        // numbers.
        let tombstones = try Tombstones(in: self, upTo: try lastDocumentID / 2 + 1)
        try hide(tombstones.documents.words, inDatabaseAt: 1)
    }
}
