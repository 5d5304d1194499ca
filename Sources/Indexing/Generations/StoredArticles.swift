import ArticleModel
import Foundation
import IndexStorage
import Xapian
import XapianGlass

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
        /// Whether only the stored articles are left of it.
        let isSalvaged: Bool
    }

    /// The sealed database, if any, then the live one.
    private var shards: [Shard] = []
    /// The tombstones of the sealed database; if it is damaged, those that can be read.
    private let tombstones: Tombstones
    /// The last number of the sealed database; 0 if there is none.
    let sealedEnd: DocumentID

    /// The time zone to which moments are brought; nil to leave them in theirs.
    private let timeZoneOffset: Int?

    /// The folder with the salvages of databases that Xapian does not open.
    private let salvage: String
    /// Whether the live database is salvaged beside a sealed one, so that it is not known which articles were removed from
    /// that.
    let mayHoldRemovedArticles: Bool

    /// Opens the databases of a generation of any schema: the live one, then the sealed one, if any.
    ///
    /// - Parameters:
    ///   - paths: the folders of the databases.
    ///   - salvage: a folder, which is made if Xapian does not open one of them, and deleted with this object.
    ///   - timeZoneOffset: the time zone to which moments are brought; nil to leave them in theirs.
    /// - Throws: `XapianError`.
    init(paths: [String], salvage: String, timeZoneOffset: Int?) throws(XapianError) {
        (self.salvage, self.timeZoneOffset) = (salvage, timeZoneOffset)
        var opened: [Shard] = []
        for path in paths {
            opened.append(try StoredArticles.open(path, needsDocuments: !opened.isEmpty, salvage: salvage))
        }
        guard let live = opened.first else {
            throw XapianError(kind: .invalidArgument, message: "no database to read articles from")
        }
        if opened.count == 1, try !live.database.metadata(Generation.sealedKey).isEmpty {
            throw XapianError(kind: .databaseCorrupt, message: "the sealed database beside \(live.path) is gone")
        }
        let end = try opened.dropFirst().first?.database.lastDocumentID ?? 0
        shards =
            opened.dropFirst() + [
                Shard(
                    path: live.path, database: live.database, offset: end, isListDamaged: live.isListDamaged,
                    isSalvaged: live.isSalvaged)
            ]
        mayHoldRemovedArticles = live.isSalvaged && opened.count > 1
        tombstones = try Tombstones(readableIn: live.database, upTo: end)
        sealedEnd = end
    }

    deinit { try? FileManager.default.removeItem(atPath: salvage) }

    /// Opens a database, or what is left of it.
    private static func open(
        _ path: String, needsDocuments: Bool, salvage: String
    ) throws(XapianError) -> Shard {
        let failure: XapianError
        do {
            return Shard(path: path, database: try Database(path: path), offset: 0, isSalvaged: false)
        } catch {
            failure = error
        }
        switch failure.kind {
        case .database, .databaseCorrupt, .databaseNotFound, .databaseOpening, .databaseModified, .other: break
        default: throw failure
        }
        let view = salvage + (needsDocuments ? "/sealed" : "/live")
        guard mkdir(salvage, 0o700) == 0 || errno == EEXIST else {
            throw XapianError(kind: .database, message: "cannot make \(salvage) (\(lastSystemError()))")
        }
        try DocumentSalvage.make(of: path, at: view, needsDocuments: needsDocuments)
        return Shard(
            path: view, database: try Database(path: view), offset: 0, isListDamaged: true, isSalvaged: true)
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
        if shards[place].isSalvaged { return try salvaged(at: place, after: last, upTo: end, limit: limit) }
        return last < end ? ((last + 1)...min(end, last + DocumentID(limit))).map { $0 + offset } : []
    }

    /// Returns the next documents of a salvaged database, which are all that have data.
    private func salvaged(
        at place: Int, after last: DocumentID, upTo end: DocumentID, limit: Int
    ) throws(XapianError) -> [DocumentID] {
        var (found, next): ([DocumentID], DocumentID) = ([], last)
        while next < end, found.count < limit {
            next += 1
            let document = next
            let data = try surviving(at: place) { database throws(XapianError) in
                try database.storedData(of: document)
            }
            if data?.isEmpty == false { found.append(document + shards[place].offset) }
        }
        return found
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
        if shards[place].isSalvaged {
            // There are no terms that could vouch for a damaged text.
            let record = try surviving(at: place) { database throws(XapianError) in
                try database.storedData(of: document)
            }
            return record.flatMap { StoredArticle.decode($0) ?? StoredArticle.decodeEarlier($0) }
        }
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
