import ArticleModel
import Xapian

/// The articles that a generation stores, read for a rebuild: also where much of it is damaged.
final class StoredArticles {
    private let path: String
    private var database: Database
    private var isListDamaged = false

    /// Opens the database of a generation, of whatever schema.
    init(path: String) throws(XapianError) {
        self.path = path
        database = try Database(path: path)
    }

    /// How many articles it says that it has.
    var count: Int { get throws(XapianError) { try database.documentCount } }

    /// The index's revision.
    var indexRevision: Int { get throws(XapianError) { try database.indexRevision } }

    /// The next documents; all numbers that were ever given, where the list of documents cannot be read.
    func documents(after last: DocumentID, limit: Int) throws(XapianError) -> [DocumentID] {
        if !isListDamaged,
            let listed = try surviving({ database throws(XapianError) in
                try database.documents(with: [], after: last, limit: limit)
            })
        {
            return listed
        }
        isListDamaged = true
        let end = try database.lastDocumentID
        return last < end ? Array((last + 1)...min(end, last + DocumentID(limit))) : []
    }

    /// The stored article, or nil where it is damaged; a disk that cannot be read is an error, not a loss.
    ///
    /// A text that does not have its hash is taken where it gives the terms that the document's list has: then it is the hash
    /// that is damaged.
    func article(_ document: DocumentID, _ encoder: inout ArticleEncoder) throws(XapianError) -> Article? {
        let slot = StoredArticle.earlierHashSlot
        let both = try surviving { database throws(XapianError) in try database.record(of: document, slot: slot) }
        var record = both?.data
        if record == nil { record = try surviving { database throws(XapianError) in try database.data(of: document) } }
        guard let record else { return nil }
        let article: Article
        if record.first == StoredArticle.earlierVersion {
            guard let earlier = StoredArticle.decodeEarlier(record) else { return nil }
            // The first schema stored none.
            if let hash = both?.value, hash.isEmpty || hash == ContentHash(of: record).bytes { return earlier }
            article = earlier
        } else {
            if let sound = StoredArticle.decode(record) { return sound }
            guard let doubtful = StoredArticle.decodeUnchecked(record) else { return nil }
            article = doubtful
        }
        var (written, listed) = (PostingSums(), PostingSums())
        written.add(encoder.encode(article).document, as: document)
        let terms = try surviving { database throws(XapianError) in try listed.addTermList(in: database, of: document) }
        return terms != nil && listed == written ? article : nil
    }

    /// What is known of an article whose text cannot be read: its id and its file, else the document's number.
    func name(of document: DocumentID) -> String {
        let name = try? surviving { database throws(XapianError) in try database.articleName(of: document) }
        return (name ?? nil) ?? "document \(document)"
    }

    /// What an operation gives, or nil where the database is too damaged for it.
    private func surviving<Result>(
        _ body: (Database) throws(XapianError) -> Result
    ) throws(XapianError) -> Result? {
        do {
            return try body(database)
        } catch {
            switch error.kind {
            case .documentNotFound: return nil
            case .databaseCorrupt, .databaseModified, .other, .memory:
                // After a fault a handle is of no more use.
                database = try Database(path: path)
                return nil
            default: throw error
            }
        }
    }
}
