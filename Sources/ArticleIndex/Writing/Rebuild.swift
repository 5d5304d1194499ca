import ArticleModel
import Xapian

/// Makes an index anew from the articles that it stores, in a generation beside the old one.
package enum Rebuild {
    /// Writes a new generation, switches to it and deletes the old one; a crash leaves either the old or the new.
    ///
    /// - Parameters:
    ///   - folder: the index, of any schema whose stored articles this program can read.
    ///   - commitBytes: bytes of text between two commits.
    ///   - progress: told after every few hundred articles how many are done, of how many.
    ///   - lost: told of each article that could not be read, by what is known of it: its id, its file or its number.
    /// - Returns: how many articles the new generation holds, and how many could not be read from the old one.
    /// - Throws: `IndexError`; `.lost` where not one article can be read, and the old generation stays.
    package static func run(
        _ folder: IndexFolder, commitBytes: Int = 4 << 20, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
        lost: (String) -> Void = { _ in }
    ) throws(IndexError) -> (articles: Int, lost: Int) {
        let lock = try WriteLock(folder: folder, purpose: "tracuu rebuild")
        defer { withExtendedLifetime(lock) {} }
        guard let old = try folder.presentGeneration() else { throw .missing(path: folder.path) }
        for stray in folder.generations() where stray != old { folder.removeGeneration(stray) }
        let new = old + 1
        let counts: (Int, Int)
        do {
            counts = try copy(folder, from: old, to: new, commitBytes: commitBytes, progress: progress, onLoss: lost)
        } catch {
            folder.removeGeneration(new)
            throw error
        }
        guard counts.0 > 0 || counts.1 == 0 else {
            // As when a later version of the program wrote them: better an old index than an empty one.
            folder.removeGeneration(new)
            throw .lost(path: folder.path, reason: "none of its \(counts.1) stored articles can be read")
        }
        try folder.setCurrentGeneration(new)
        folder.removeGeneration(old)
        return counts
    }

    private static func copy(
        _ folder: IndexFolder, from old: Int, to new: Int, commitBytes: Int, progress: (Int, Int) -> Void,
        onLoss: (String) -> Void
    ) throws(IndexError) -> (Int, Int) {
        let writer = try GenerationWriter(folder: folder, number: new, commitBytes: commitBytes, creates: true)
        defer { writer.close() }
        do {
            let source = try StoredArticles(path: folder.generationPath(old))
            let total = try source.count
            var encoder = ArticleEncoder()
            var (done, lost, last) = (0, 0, DocumentID(0))
            while true {
                let documents = try source.documents(after: last, limit: 500)
                guard let end = documents.last else { break }
                for document in documents {
                    // A damaged record is counted, not carried over: the files still have it.
                    guard let article = try source.article(document, &encoder) else {
                        lost += 1
                        onLoss(source.name(of: document))
                        continue
                    }
                    _ = try writer.apply(encoder.encode(article))
                    done += 1
                }
                last = end
                progress(done + lost, total)
            }
            try writer.commit()
            return (done, lost)
        } catch {
            // What a rebuild cannot read, no other rebuild can.
            guard error.kind == .databaseCorrupt else { throw IndexError(error, path: folder.path) }
            throw .lost(path: folder.path, reason: error.message)
        }
    }
}
