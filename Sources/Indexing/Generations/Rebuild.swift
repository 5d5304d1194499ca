import ArticleModel
package import IndexStorage
import Xapian
import XapianGlass

/// Rebuilds an index from the articles that it stores, in a generation beside the old one.
package enum Rebuild {
    /// The result of a rebuild, and the new locations of the documents.
    package typealias Outcome = (articles: Int, lost: Int, renumbering: Renumbering)

    /// Writes a new generation, switches to it and deletes the old one; a crash leaves either the old or the new.
    ///
    /// All articles are in its sealed database, newest first. If tables of the old generation are gone, the stored articles
    /// that are left suffice.
    ///
    /// - Parameters:
    ///   - folder: the index, of any schema or layout whose stored articles this program can read.
    ///   - progress: is called after some articles with the number read and their total.
    ///   - lost: is called for each article that could not be read, with what is known of it: its id, its file or its
    ///     number.
    ///   - writesTables: whether Xapian's tables are written without libxapian, in one pass.
    ///   - timeZoneOffset: how many seconds the archive's local time is ahead of UTC: moments that were brought to another
    ///     time zone are brought to this one, and get its days. Nil to leave them.
    ///   - note: is called with what else the caller has to know, in one line.
    /// - Returns: the number of articles in the new generation, and the number that could not be read from the old one.
    /// - Throws: `IndexError`; `.lost` if no article at all can be read, `.fileSystem` if a file may not be read and
    ///   `.schema` if a newer version wrote the index, in which cases the old generation stays; `.cancelled`.
    package static func run(
        _ folder: IndexFolder, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
        lost: (String) -> Void = { _ in }, writesTables: Bool = DirectTables.areTested, timeZoneOffset: Int? = nil,
        note: (String) -> Void = { _ in }
    ) throws(IndexError) -> (articles: Int, lost: Int) {
        let lock = try WriteLock(folder: folder, purpose: "tracuu rebuild")
        defer { withExtendedLifetime(lock) {} }
        let outcome = try replaceGeneration(
            of: folder, writesTables: writesTables, timeZoneOffset: timeZoneOffset, note: note, progress: progress,
            lost: lost)
        return (outcome.articles, outcome.lost)
    }

    /// Does the same for a caller that holds the write lock and has closed the database; `lost` may end the rebuild.
    static func replaceGeneration(
        of folder: IndexFolder, writesTables: Bool = DirectTables.areTested, timeZoneOffset: Int? = nil,
        note: (String) -> Void = { _ in }, progress: (_ done: Int, _ total: Int) -> Void,
        lost: (String) throws(IndexError) -> Void
    ) throws(IndexError) -> Outcome {
        let paths = try source(in: folder)
        do {
            let source = try StoredArticles(
                paths: paths, salvage: folder.salvagePath, timeZoneOffset: timeZoneOffset)
            if source.mayHoldRemovedArticles {
                note(
                    "which articles had been removed is not known any more, so they are back; remove them again with: "
                        + "tracuu remove")
            }
            let revision = try source.indexRevision
            guard writesTables else {
                return try write(folder, from: source, after: revision, progress: progress, onLoss: lost)
            }
            return try BulkLoad.makeGeneration(of: folder, after: revision) { (load, path) throws(IndexError) in
                do {
                    return try copy(folder, from: source, by: load, to: path, progress: progress, onLoss: lost)
                } catch {
                    throw explained(error, folder)
                }
            }
        } catch {
            throw explained(error, folder)
        }
    }

    /// Returns the folders of the databases to read, even if the pointer is damaged or an earlier version laid them
    /// out.
    private static func source(in folder: IndexFolder) throws(IndexError) -> [String] {
        do throws(IndexError) {
            guard let generation = try folder.claimGeneration() else { throw .missing(path: folder.path) }
            // What cannot be read now is not lost: a rebuild would make an index without it.
            try generation.checkIsReadable(of: folder)
            try checkIsNotNewer(generation, of: folder)
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

    /// Rejects what a newer version wrote: it may store what this one does not know, and would lose.
    private static func checkIsNotNewer(_ generation: Generation, of folder: IndexFolder) throws(IndexError) {
        do throws(IndexError) {
            try generation.checkSchema(of: folder)
        } catch {
            guard case .schema(_, let found, let expected) = error, Int(found).map({ $0 <= expected }) ?? true else {
                throw error
            }
        }
    }

    /// The number of articles that are read before they are passed on.
    private static let batch = 64

    /// Loads the articles into a sealed database.
    private static func copy(
        _ folder: IndexFolder, from source: StoredArticles, by load: BulkLoad, to path: String,
        progress: (Int, Int) -> Void, onLoss: (String) throws(IndexError) -> Void
    ) throws -> Outcome {
        let (copied, lost) = try read(folder, from: source, progress: progress, onLoss: onLoss) { articles, _ in
            try load.add(articles)
        }
        let outcome = try load.finish(to: path, metadata: SchemaVersion.metadata) { _ in !Task.isCancelled }
        let numbers = load.numbers
        let renumbering = renumbering(of: source, copied, isSealed: true) { numbers[$0] }
        return (outcome.articles, lost, renumbering)
    }

    /// Writes the articles into a live database, through libxapian only.
    private static func write(
        _ folder: IndexFolder, from source: StoredArticles, after revision: Int,
        progress: (Int, Int) -> Void, onLoss: (String) throws(IndexError) -> Void
    ) throws(IndexError) -> Outcome {
        try folder.replaceGeneration { new throws(IndexError) in
            let writer = try GenerationWriter(making: new, of: folder, commitBytes: commitBytes, after: revision)
            do {
                var numbers: [DocumentID] = []
                let (copied, lost) = try read(folder, from: source, progress: progress, onLoss: onLoss) {
                    for article in $0 { numbers.append(try writer.apply($1.encode(article)).1.document) }
                }
                try writer.commit()
                let articles = try writer.articles
                writer.close()
                return (articles, lost, renumbering(of: source, copied, isSealed: false) { numbers[$0] })
            } catch {
                throw explained(error, folder)
            }
        }.result
    }

    /// The bytes of text after which libxapian's writes are committed.
    private static let commitBytes = 4 << 20

    /// Reads every readable article, batch by batch.
    ///
    /// - Returns: the old numbers of the articles that were passed on, in ascending order, and the number of articles
    ///   that could not be read.
    private static func read(
        _ folder: IndexFolder, from source: StoredArticles, progress: (Int, Int) -> Void,
        onLoss: (String) throws(IndexError) -> Void, _ handOn: ([Article], inout ArticleEncoder) throws -> Void
    ) throws -> (copied: [DocumentID], lost: Int) {
        let total = try source.count
        var encoder = ArticleEncoder()
        var (lost, last) = (0, DocumentID(0))
        var copied: [DocumentID] = []
        while true {
            if Task.isCancelled { throw IndexError.cancelled(path: folder.path) }
            let documents = try source.documents(after: last, limit: batch)
            guard let end = documents.last else { break }
            var articles: [Article] = []
            for document in documents {
                // A damaged record is counted, not carried over: the files still have it.
                guard let article = try source.article(document, &encoder) else {
                    lost += 1
                    try onLoss(source.name(of: document))
                    continue
                }
                articles.append(article)
                copied.append(document)
            }
            try handOn(articles, &encoder)
            last = end
            progress(copied.count + lost, total)
        }
        guard !copied.isEmpty || lost == 0 else {
            // A later version of the program may have written them: an old index is better than an empty one.
            throw IndexError.lost(path: folder.path, reason: "none of its \(lost) stored articles can be read")
        }
        return (copied, lost)
    }

    /// Describes the new locations of the articles.
    ///
    /// - Parameters:
    ///   - source: the articles of the old generation.
    ///   - copied: their old numbers, in ascending order.
    ///   - isSealed: whether they are in a sealed database.
    ///   - number: returns the new number of the article at an index of `copied`; 0 if another one replaced it.
    /// - Returns: the renumbering.
    private static func renumbering(
        of source: StoredArticles, _ copied: [DocumentID], isSealed: Bool, number: @escaping (Int) -> DocumentID
    ) -> Renumbering {
        Renumbering(sealedEnd: source.sealedEnd, isSealed: isSealed) { old in
            let place = copied.partitioningIndex { $0 >= old }
            guard place < copied.count, copied[place] == old, number(place) > 0 else { return nil }
            return number(place)
        }
    }

    /// Translates an error: what one rebuild cannot read, no other rebuild can.
    private static func explained(_ error: any Error, _ folder: IndexFolder) -> IndexError {
        if let error = error as? IndexError { return error }
        guard let error = error as? XapianError else {
            return .fileSystem(path: folder.path, reason: String(describing: error))
        }
        switch error.kind {
        case .databaseCorrupt: return .lost(path: folder.path, reason: error.message)
        case .cancelled: return .cancelled(path: folder.path)
        default: return IndexError(error, path: folder.path)
        }
    }
}
