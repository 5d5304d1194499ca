import ArticleModel
import IndexStorage
import Xapian

/// Reads the stored articles of a generation for a rebuild, even if much of it is damaged.
///
/// The documents of its databases are numbered consecutively: the sealed ones by their own numbers, then the live ones,
/// whose numbers begin after the last sealed one.
final class StoredArticles {
    /// One of the databases.
    private struct Shard {
        let path: String
        var database: Database
        /// The offset added to its document numbers.
        let offset: DocumentID
        var isListDamaged = false
    }

    /// The sealed database, if any, then the live one.
    private var shards: [Shard] = []
    /// The tombstones of the sealed database; if it is damaged, those that can be read.
    private let tombstones: Tombstones
    /// The last number of the sealed database; 0 if there is none.
    let sealedEnd: DocumentID

    /// The time zone to which moments are brought; nil to leave them in theirs.
    private let timeZoneOffset: Int?

    /// Opens the databases of a generation of any schema: the live one, then the sealed one, if any.
    init(paths: [String], timeZoneOffset: Int?) throws(XapianError) {
        self.timeZoneOffset = timeZoneOffset
        let databases = try paths.map { path throws(XapianError) in (path, try Database(path: path)) }
        guard let live = databases.first else {
            throw XapianError(kind: .invalidArgument, message: "no database to read articles from")
        }
        if databases.count == 1, try !live.1.metadata(Generation.sealedKey).isEmpty {
            throw XapianError(kind: .databaseCorrupt, message: "the sealed database beside \(live.0) is gone")
        }
        var end = DocumentID(0)
        for (path, database) in databases.dropFirst() {
            end = try database.lastDocumentID
            shards.append(Shard(path: path, database: database, offset: 0))
        }
        shards.append(Shard(path: live.0, database: live.1, offset: end))
        tombstones = try Tombstones(readableIn: live.1, upTo: end)
        sealedEnd = end
    }

    /// The number of articles according to the databases.
    var count: Int {
        get throws(XapianError) {
            var count = -tombstones.count
            for shard in shards { count += try shard.database.documentCount }
            return max(0, count)
        }
    }

    /// The index's revision.
    var indexRevision: Int { get throws(XapianError) { try shards[shards.count - 1].database.indexRevision } }

    /// Returns the next documents, or all numbers that were ever assigned if the list of documents cannot be read.
    func documents(after last: DocumentID, limit: Int) throws(XapianError) -> [DocumentID] {
        var last = last
        while true {
            let place = place(of: last + 1)
            let page = try documents(at: place, after: last - shards[place].offset, limit: limit)
            if let end = page.last {
                let kept = page.filter { !isRemoved($0) }
                if !kept.isEmpty { return kept }
                last = end
            } else if place < shards.count - 1 {
                last = sealedEnd
            } else {
                return []
            }
        }
    }

    private func place(of document: DocumentID) -> Int { document <= sealedEnd ? 0 : shards.count - 1 }

    private func isRemoved(_ document: DocumentID) -> Bool {
        document <= sealedEnd && tombstones.contains(document)
    }

    private func documents(
        at place: Int, after last: DocumentID, limit: Int
    ) throws(XapianError) -> [DocumentID] {
        let offset = shards[place].offset
        if !shards[place].isListDamaged,
            let listed = try surviving(
                at: place,
                { database throws(XapianError) in
                    try database.documents(with: [], after: last, limit: limit)
                })
        {
            return listed.map { $0 + offset }
        }
        shards[place].isListDamaged = true
        let end = try shards[place].database.lastDocumentID
        return last < end ? ((last + 1)...min(end, last + DocumentID(limit))).map { $0 + offset } : []
    }

    /// Returns the stored article, or nil if it is damaged; a disk that cannot be read is an error, not a loss.
    ///
    /// A text that does not match its hash is accepted if its terms are those of the document: in that case the hash is
    /// damaged.
    func article(_ number: DocumentID, _ encoder: inout ArticleEncoder) throws(XapianError) -> Article? {
        var article = try storedArticle(number, &encoder)
        if let timeZoneOffset, let date = article?.date { article?.date = date.seen(from: timeZoneOffset) }
        return article
    }

    private func storedArticle(
        _ number: DocumentID, _ encoder: inout ArticleEncoder
    ) throws(XapianError) -> Article? {
        let place = place(of: number)
        let document = number - shards[place].offset
        let slot = StoredArticle.earlierHashSlot
        let both = try surviving(at: place) { database throws(XapianError) in
            try database.record(of: document, slot: slot)
        }
        var record = both?.data
        if record == nil {
            record = try surviving(at: place) { database throws(XapianError) in try database.data(of: document) }
        }
        guard let record else { return nil }
        let article: Article
        if record.first == StoredArticle.earlierVersion {
            guard let earlier = StoredArticle.decodeEarlier(record) else { return nil }
            // The first schema stored no hash.
            if let hash = both?.value, hash.isEmpty || hash == ContentHash(of: record).bytes { return earlier }
            article = earlier
        } else {
            guard let read = StoredArticle.decodeUnchecked(record) else { return nil }
            article = read
            if StoredArticle.decode(record) != nil {
                // An undamaged record in the wrong place would replace another article.
                let isInPlace = try surviving(at: place) { database throws(XapianError) in
                    try database.holdsID(of: article, in: document)
                }
                if isInPlace != false { return article }
            }
        }
        let written = encoder.encode(article).document
        let isVouchedFor = try surviving(at: place) { database throws(XapianError) in
            try database.holdsTerms(of: written, as: document)
        }
        return isVouchedFor == true ? article : nil
    }

    /// Returns what is known of an article whose text cannot be read: its id and its file, otherwise the document's
    /// number.
    func name(of number: DocumentID) -> String {
        let place = place(of: number)
        let document = number - shards[place].offset
        let name = try? surviving(at: place) { database throws(XapianError) in
            try database.articleName(of: document)
        }
        return (name ?? nil) ?? "document \(document)"
    }

    /// Returns the result of an operation, or nil if the database is too damaged for it.
    private func surviving<Result>(
        at place: Int, _ body: (Database) throws(XapianError) -> Result
    ) throws(XapianError) -> Result? {
        do {
            return try body(shards[place].database)
        } catch {
            switch error.kind {
            case .documentNotFound: return nil
            case .databaseCorrupt, .databaseModified, .other, .memory:
                // After a fault, a handle is no longer usable.
                shards[place].database = try Database(path: shards[place].path)
                return nil
            default: throw error
            }
        }
    }
}
