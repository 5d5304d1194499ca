import Glibc
package import Xapian

// The files of a generation's databases: what cannot be read is told from what is gone, and both from damage inside.

extension Generation {
    /// Throws an error if a file is there and cannot be read.
    ///
    /// Xapian takes a table of stored articles or of terms that it cannot open for one that is not wanted. What copies a
    /// generation, or gives up what cannot be read in it, has to call this first.
    ///
    /// - Parameter index: the index's folder, for errors.
    /// - Throws: `IndexError.fileSystem`.
    package func checkIsReadable(of index: IndexFolder) throws(IndexError) {
        for folder in [livePath, sealedPath] {
            for name in try Generation.names(in: folder)
            where name == Generation.versionFile || name.hasSuffix(".glass") {
                let path = folder + "/" + name
                let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
                guard file >= 0 else {
                    // Xapian replaces files while it commits.
                    if errno == ENOENT { continue }
                    throw IndexError(systemError: errno, at: path)
                }
                close(file)
            }
        }
    }

    /// Explains an error of Xapian's: a file that cannot be read, or one that is gone, is named.
    ///
    /// - Parameters:
    ///   - error: what Xapian reports.
    ///   - index: the index's folder, for errors.
    /// - Returns: the error of the index.
    package func explained(_ error: XapianError, of index: IndexFolder) -> IndexError {
        switch error.kind {
        case .cancelled, .deadline, .diskFull, .databaseLocked, .databaseClosed, .memory: break
        default:
            do {
                try checkIsReadable(of: index)
                try checkIsComplete(of: index)
            } catch {
                return error
            }
        }
        return IndexError(error, path: index.path)
    }

    /// Throws an error if a file is gone.
    ///
    /// - Parameter index: the index's folder, for errors.
    /// - Throws: `IndexError`: `.lost`, `.textsLost` if it has stored articles, `.damaged` if a rebuild needs it not.
    package func checkIsComplete(of index: IndexFolder) throws(IndexError) {
        if !hasSealed, let live = try? Database(path: livePath),
            (try? live.metadata(Generation.sealedKey))?.isEmpty == false
        {
            throw .lost(path: index.path, reason: "\(sealedPath) is gone")
        }
        for folder in databasePaths {
            let needed = ["postlist.glass", Generation.versionFile] + (folder == livePath ? ["termlist.glass"] : [])
            let texts = folder + "/docdata.glass"
            // There is no such file where no article was ever stored.
            if access(texts, F_OK) != 0, !Generation.isEmpty(folder) {
                throw .textsLost(path: index.path, file: texts)
            }
            for name in needed where access(folder + "/" + name, F_OK) != 0 {
                throw .damaged(path: index.path, reason: "\(folder)/\(name) is gone")
            }
        }
    }

    /// Throws an error if another version of this program, or of Xapian, wrote the generation.
    ///
    /// - Parameter index: the index's folder, for errors.
    /// - Throws: `IndexError.schema`, or `.database` with the kind `databaseVersion`; no other damage is an error.
    package func checkSchema(of index: IndexFolder) throws(IndexError) {
        let database: Database
        do {
            database = try Database(path: livePath)
            // Whether it can be read is another question.
            _ = try database.metadata(SchemaVersion.metadataKey)
        } catch {
            if error.kind == .databaseVersion { throw IndexError(error, path: index.path) }
            return
        }
        try SchemaVersion.check(database, path: index.path)
    }

    /// The file in which Xapian names the roots of a database's tables.
    private static let versionFile = "iamglass"

    /// Returns whether a database is known to have no documents.
    private static func isEmpty(_ folder: String) -> Bool {
        guard let database = try? Database(path: folder) else {
            // A live database often has no documents, and a sealed one hardly ever.
            return folder.hasSuffix("/live")
        }
        return (try? database.documentCount) == 0
    }

    private static func names(in folder: String) throws(IndexError) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw IndexError(systemError: errno, at: folder)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names
    }
}

extension IndexFolder {
    /// Explains an error of Xapian's on the current generation, see `Generation.explained(_:of:)`.
    package func explained(_ error: XapianError) -> IndexError {
        guard let generation = try? presentGeneration() else { return IndexError(error, path: path) }
        return generation.explained(error, of: self)
    }
}
