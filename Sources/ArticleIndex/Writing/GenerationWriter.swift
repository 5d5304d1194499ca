import Xapian

/// Adds, replaces and removes articles in one generation; commits whenever enough text has come in.
///
/// Whoever makes one owns it: it is not to be shared between threads.
final class GenerationWriter {
    private let database: WritableDatabase
    /// Holds commits back for readers; nil where nobody can read the generation yet.
    private let barrier: CommitBarrier?
    private let commitBytes: Int
    private var pendingBytes = 0
    private var hasPending = false

    /// Opens a generation for writing.
    ///
    /// - Parameters:
    ///   - generation: the generation, whose database is there.
    ///   - index: the index's folder, for errors.
    ///   - commitBytes: bytes of text after which a commit is due. Memory grows with it, and fewer documents mean more commits.
    /// - Throws: `IndexError`.
    init(_ generation: Generation, of index: IndexFolder, commitBytes: Int) throws(IndexError) {
        self.commitBytes = commitBytes
        barrier = CommitBarrier(index)
        do {
            database = try WritableDatabase(path: generation.livePath, opening: .open)
        } catch {
            throw IndexError(error, path: index.path)
        }
        try SchemaVersion.check(database, path: index.path)
    }

    /// Makes the database of a new generation, with the current schema.
    ///
    /// Commits do not wait for the disk: the generation is made durable when it is finished.
    ///
    /// - Parameters:
    ///   - generation: the generation, whose folder is there and empty.
    ///   - index: the index's folder, for errors.
    ///   - commitBytes: bytes of text after which a commit is due.
    ///   - revision: the last revision of the generation before; 0 where there is none.
    /// - Throws: `IndexError`.
    init(
        making generation: Generation, of index: IndexFolder, commitBytes: Int, after revision: Int = 0
    ) throws(IndexError) {
        self.commitBytes = commitBytes
        barrier = nil
        do {
            database = try WritableDatabase(path: generation.livePath, opening: .create, options: .noSync)
            try database.setMetadata(SchemaVersion.metadataKey, to: Array(String(SchemaVersion.current).utf8))
            if revision > 0 { try database.setRevisionBase(revision) }
            try database.commit()
        } catch {
            throw IndexError(error, path: index.path)
        }
    }

    /// How many articles the generation holds, uncommitted ones included.
    var articles: Int { get throws(XapianError) { try database.documentCount } }

    /// Puts an article in, unless it stands there already just so.
    func apply(_ article: PreparedArticle) throws(XapianError) -> (IndexingOutcome, DocumentID) {
        if let existing = try database.firstDocument(with: article.idTerm) {
            if try database.articleHash(of: existing) == article.hash { return (.unchanged, existing) }
            try database.replace(existing, with: article.document)
            try changed(by: article.textBytes)
            return (.updated, existing)
        }
        let document = try database.add(article.document)
        try changed(by: article.textBytes)
        return (.added, document)
    }

    /// Puts an article in under the number that it had in another generation; the later of two with one id stays.
    func put(_ article: PreparedArticle, as document: DocumentID) throws(XapianError) {
        let existing = try database.firstDocument(with: article.idTerm)
        try database.replace(existing ?? document, with: article.document)
        try changed(by: article.textBytes)
    }

    /// Takes out the article with this id; false where there is none.
    func remove(id: String) throws(XapianError) -> Bool {
        guard let document = try database.firstDocument(with: TermPrefix.id.term(id)) else { return false }
        try database.delete(document)
        try changed(by: 0)
        return true
    }

    /// Takes out every article of a file, or of the files in a folder, but those in `kept`; says how many.
    func remove(path: String, keeping kept: SeenDocuments = SeenDocuments()) throws(XapianError) -> Int {
        let term = TermPrefix.path.term(path)
        var removed = 0
        var last: DocumentID = 0
        while true {
            let documents = try database.documents(with: term, after: last, limit: 1_000)
            guard let end = documents.last else { return removed }
            for document in documents where !kept.contains(document) {
                try database.delete(document)
                try changed(by: 0)
                removed += 1
            }
            last = end
        }
    }

    /// Makes everything so far durable and visible to readers.
    func commit() throws(XapianError) {
        guard hasPending else { return }
        if let barrier {
            try barrier.commit { () throws(XapianError) in try database.commit() }
        } else {
            try database.commit()
        }
        pendingBytes = 0
        hasPending = false
    }

    /// Gives the database back; what was not committed is lost.
    func close() { try? database.close() }

    /// A removal weighs as much as a short article: its terms have to be taken out of as many postings.
    private static let leastWeight = 2_048

    private func changed(by bytes: Int) throws(XapianError) {
        hasPending = true
        pendingBytes += max(bytes, GenerationWriter.leastWeight)
        if pendingBytes >= commitBytes { try commit() }
    }
}

extension SchemaVersion {
    /// Refuses a database that was written with another schema.
    static func check(_ database: Database, path: String) throws(IndexError) {
        let found: [UInt8]
        do {
            found = try database.metadata(metadataKey)
        } catch {
            throw IndexError(error, path: path)
        }
        let text = String(decoding: found, as: UTF8.self)
        guard text == String(current) else {
            throw .schema(path: path, found: text.isEmpty ? "none" : text, expected: current)
        }
    }
}
