import ArticleModel
import Xapian

/// Makes an index anew from the articles that it stores, in a generation beside the old one.
package enum Rebuild {
    /// Writes a new generation, switches to it and deletes the old one; a crash leaves either the old or the new.
    ///
    /// Articles keep their documents' numbers, and with them their order.
    ///
    /// - Parameters:
    ///   - folder: the index, of any schema or layout whose stored articles this program can read.
    ///   - commitBytes: bytes of text between two commits.
    ///   - progress: told after every few hundred articles how many are done, of how many.
    ///   - lost: told of each article that could not be read, by what is known of it: its id, its file or its number.
    /// - Returns: how many articles the new generation holds, and how many could not be read from the old one.
    /// - Throws: `IndexError`; `.lost` where not one article can be read, and the old generation stays; `.cancelled`.
    package static func run(
        _ folder: IndexFolder, commitBytes: Int = 4 << 20, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
        lost: (String) -> Void = { _ in }
    ) throws(IndexError) -> (articles: Int, lost: Int) {
        let lock = try WriteLock(folder: folder, purpose: "tracuu rebuild")
        defer { withExtendedLifetime(lock) {} }
        return try replaceGeneration(of: folder, commitBytes: commitBytes, progress: progress, lost: lost)
    }

    /// The same, for whoever holds the write lock and has the database closed.
    static func replaceGeneration(
        of folder: IndexFolder, commitBytes: Int, progress: (_ done: Int, _ total: Int) -> Void,
        lost: (String) -> Void
    ) throws(IndexError) -> (articles: Int, lost: Int) {
        let source = try source(in: folder)
        return try folder.replaceGeneration { new throws(IndexError) in
            let counts = try copy(
                folder, from: source, to: new, commitBytes: commitBytes, progress: progress, onLoss: lost)
            guard counts.0 > 0 || counts.1 == 0 else {
                // As when a later version of the program wrote them: better an old index than an empty one.
                throw .lost(path: folder.path, reason: "none of its \(counts.1) stored articles can be read")
            }
            return counts
        }.result
    }

    /// The folders of the databases to read: also one whose pointer is damaged, or that an earlier version laid out.
    private static func source(in folder: IndexFolder) throws(IndexError) -> [String] {
        do throws(IndexError) {
            guard let generation = try folder.claimGeneration() else { throw .missing(path: folder.path) }
            return generation.databasePaths
        } catch {
            switch error {
            case .earlierLayout:
                guard let number = try folder.currentGeneration() else { throw error }
                return [folder.generation(number).path]
            case .damaged:
                // Only the pointer was read so far. The newest generation that was finished has all that was committed.
                guard let newest = folder.generations().last else { throw error }
                try folder.setCurrentGeneration(newest)
                return try self.source(in: folder)
            default: throw error
            }
        }
    }

    private static func copy(
        _ folder: IndexFolder, from old: [String], to new: Generation, commitBytes: Int, progress: (Int, Int) -> Void,
        onLoss: (String) -> Void
    ) throws(IndexError) -> (Int, Int) {
        do {
            let source = try StoredArticles(paths: old)
            let writer = try GenerationWriter(
                making: new, of: folder, commitBytes: commitBytes, after: try source.indexRevision)
            defer { writer.close() }
            let total = try source.count
            var encoder = ArticleEncoder()
            var (done, lost, last) = (0, 0, DocumentID(0))
            while true {
                if Task.isCancelled { throw IndexError.cancelled(path: folder.path) }
                let documents = try source.documents(after: last, limit: 500)
                guard let end = documents.last else { break }
                for document in documents {
                    // A damaged record is counted, not carried over: the files still have it.
                    guard let article = try source.article(document, &encoder) else {
                        lost += 1
                        onLoss(source.name(of: document))
                        continue
                    }
                    try writer.put(encoder.encode(article), as: document)
                    done += 1
                }
                last = end
                progress(done + lost, total)
            }
            try writer.commit()
            return (done, lost)
        } catch let error as XapianError {
            // What a rebuild cannot read, no other rebuild can.
            guard error.kind == .databaseCorrupt else { throw IndexError(error, path: folder.path) }
            throw .lost(path: folder.path, reason: error.message)
        } catch let error as IndexError {
            throw error
        } catch {
            throw .fileSystem(path: folder.path, reason: String(describing: error))
        }
    }
}
