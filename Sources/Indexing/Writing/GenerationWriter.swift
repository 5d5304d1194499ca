import IndexStorage
import Xapian

/// Adds, replaces and removes articles in one generation, and commits whenever enough text has been added.
///
/// An instance must not be shared between threads.
package final class GenerationWriter {
    let database: WritableDatabase
    /// The sealed database beside it, if any; `tombstones` records what was replaced or removed in it.
    let sealed: Database?
    private(set) var tombstones: Tombstones
    /// Holds commits back for readers; nil if the generation is not readable yet.
    private let barrier: CommitBarrier?
    private let commitBytes: Int
    private var pendingBytes = 0
    private var hasPending = false

    /// Opens a generation for writing.
    ///
    /// - Parameters:
    ///   - generation: the generation, whose database exists.
    ///   - index: the index's folder, for errors.
    ///   - commitBytes: the bytes of text after which a commit is due. Memory grows with it, and smaller values mean
    ///     more commits.
    /// - Throws: `IndexError`.
    init(_ generation: Generation, of index: IndexFolder, commitBytes: Int) throws(IndexError) {
        self.commitBytes = commitBytes
        barrier = CommitBarrier(index)
        do {
            let live = try WritableDatabase(path: generation.livePath, opening: .open)
            let sealed = try generation.openSealed(beside: live)
            tombstones = Tombstones()
            if let sealed { tombstones = try Tombstones(in: live, upTo: try sealed.lastDocumentID) }
            (database, self.sealed) = (live, sealed)
        } catch {
            throw generation.explained(error, of: index)
        }
        try SchemaVersion.check(database, path: index.path)
    }

    /// Creates the database of a new generation, with the current schema.
    ///
    /// Commits do not wait for the disk: the generation is made durable when it is finished.
    ///
    /// - Parameters:
    ///   - generation: the generation, whose folder exists and is empty.
    ///   - index: the index's folder, for errors.
    ///   - commitBytes: the bytes of text after which a commit is due.
    ///   - revision: the last revision of the previous generation; 0 if there is none.
    /// - Throws: `IndexError`.
    init(
        making generation: Generation, of index: IndexFolder, commitBytes: Int, after revision: Int = 0
    ) throws(IndexError) {
        self.commitBytes = commitBytes
        barrier = nil
        (sealed, tombstones) = (nil, Tombstones())
        database = try generation.makeLive(after: revision, of: index)
    }

    /// The number of articles in the generation, including uncommitted ones.
    var articles: Int {
        get throws(XapianError) { try database.documentCount + (try sealed?.documentCount ?? 0) - tombstones.count }
    }

    /// Adds an article, unless an identical one is already there.
    func apply(_ article: PreparedArticle) throws(XapianError) -> (IndexingOutcome, DocumentPlace) {
        if let existing = try database.firstDocument(with: article.idTerm) {
            let place = DocumentPlace(isSealed: false, document: existing)
            if try isUnchanged(article, existing, in: database) { return (.unchanged, place) }
            try database.replace(existing, with: article.document)
            try changed(by: article.textBytes)
            return (.updated, place)
        }
        let old = try sealedDocument(with: article.idTerm)
        if let old, let sealed, try isUnchanged(article, old, in: sealed) {
            return (.unchanged, DocumentPlace(isSealed: true, document: old))
        }
        let document = try add(article, inPlaceOf: old)
        try changed(by: article.textBytes)
        return (old == nil ? .added : .updated, DocumentPlace(isSealed: false, document: document))
    }

    private func isUnchanged(
        _ article: PreparedArticle, _ document: DocumentID, in database: Database
    ) throws(XapianError) -> Bool {
        try database.articleHash(of: document) == article.hash
    }

    /// Returns the sealed article with an id, unless it was replaced or removed.
    private func sealedDocument(with idTerm: [UInt8]) throws(XapianError) -> DocumentID? {
        // One that was replaced before the database was sealed may still be in it.
        try sealed?.documents(with: idTerm).first { !tombstones.contains($0) }
    }

    /// Adds an article, and hides the sealed one with the same id.
    private func add(
        _ article: PreparedArticle, inPlaceOf old: DocumentID?
    ) throws(XapianError) -> DocumentID {
        guard let old else { return try database.add(article.document) }
        // The tombstone is written first, as Xapian may commit by itself once it has the document.
        tombstones.insert(old)
        try tombstones.write(to: database)
        do throws(XapianError) {
            return try database.add(article.document)
        } catch {
            // Any other error has discarded the tombstone too.
            guard error.kind == .invalidArgument else { throw error }
            tombstones.remove(old)
            try tombstones.write(to: database)
            throw error
        }
    }

    /// Removes the article with this id, and returns false if there is none.
    func remove(id: String) throws(XapianError) -> Bool {
        let term = TermPrefix.id.term(id)
        if let document = try database.firstDocument(with: term) {
            try database.delete(document)
        } else if let document = try sealedDocument(with: term) {
            tombstones.insert(document)
        } else {
            return false
        }
        try changed(by: 0)
        return true
    }

    /// Removes every article of a file, or of the files in a folder, except those in `kept`, and returns their number.
    func remove(path: String, keeping kept: SeenDocuments = SeenDocuments()) throws(XapianError) -> Int {
        try removeAll(with: TermPrefix.path.term(path), keeping: kept)
    }

    /// Removes every article that has a term, except those in `kept`, and returns their number.
    func removeAll(with term: [UInt8], keeping kept: SeenDocuments = SeenDocuments()) throws(XapianError) -> Int {
        var removed = 0
        try forEach(in: database, with: term) { document throws(XapianError) in
            if kept.contains(DocumentPlace(isSealed: false, document: document)) { return }
            try database.delete(document)
            try changed(by: 0)
            removed += 1
        }
        guard let sealed else { return removed }
        try forEach(in: sealed, with: term) { document throws(XapianError) in
            if kept.contains(DocumentPlace(isSealed: true, document: document)) { return }
            guard tombstones.insert(document) else { return }
            try changed(by: 0)
            removed += 1
        }
        return removed
    }

    /// Calls a closure with the documents that have a term, page by page; the closure may delete each of them.
    private func forEach(
        in database: Database, with term: [UInt8], _ body: (DocumentID) throws(XapianError) -> Void
    ) throws(XapianError) {
        var last: DocumentID = 0
        while true {
            let documents = try database.documents(with: term, after: last, limit: 1_000)
            guard let end = documents.last else { return }
            for document in documents { try body(document) }
            last = end
        }
    }

    /// Makes all writes so far durable and visible to readers.
    func commit() throws(XapianError) {
        guard hasPending else { return }
        try tombstones.write(to: database)
        if let barrier {
            try barrier.commit { () throws(XapianError) in try database.commit() }
        } else {
            try database.commit()
        }
        pendingBytes = 0
        hasPending = false
    }

    /// Closes the database; what was not committed is lost.
    func close() { try? database.close() }

    /// The minimum weight of a removal, that of a short article: its terms have to be removed from the same number of
    /// postings.
    private static let leastWeight = 2_048

    private func changed(by bytes: Int) throws(XapianError) {
        hasPending = true
        pendingBytes += max(bytes, GenerationWriter.leastWeight)
        if pendingBytes >= commitBytes { try commit() }
    }
}
