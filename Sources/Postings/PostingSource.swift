import Xapian
import XapianGlass

/// Where posting lists are read from: a generation's databases as one, and the sealed one of them beside it.
package struct PostingSource {
    let database: Database
    /// Reads the lists of the sealed database, where there is one, some times faster than `database` does.
    let sealed: SealedPostings?

    /// How long a list of the database may be that takes no longer to read than so many postings of the sealed one.
    private static let sealedSpeed = 8

    /// What it takes to read a list of so many postings, in postings that are read one by one.
    ///
    /// - Throws: `XapianError`.
    func cost(of postings: Int) throws(XapianError) -> Int {
        guard sealed != nil else { return postings }
        let live = try database.firstDatabaseDocumentCount
        let all = try database.documentCount + database.hiddenCount
        let share = min(postings, live * postings / max(1, all))
        return share + (postings - share) / PostingSource.sealedSpeed
    }

    /// The documents that hold a term, hidden ones among them, in ascending order.
    ///
    /// - Throws: `XapianError`; `databaseCorrupt` where they are out of order.
    func postings(of term: [UInt8]) throws(XapianError) -> [Posting] {
        let read = try database.postings(of: term, ofFirst: sealed != nil)
        guard zip(read, read.dropFirst()).allSatisfy({ $0.document < $1.document }) else {
            throw XapianError(kind: .databaseCorrupt, message: "a term's postings are out of order")
        }
        guard let sealed else { return read }
        return PostingList.merging(read, try PostingSource.numbered(sealed.postings(of: term)))
    }

    /// The lengths of the documents that are not hidden, as the frequency of a posting each.
    ///
    /// - Throws: `XapianError`.
    func lengths(stop: MatchGuard?) throws(XapianError) -> [Posting] {
        let read = try database.documentLengths(ofFirst: sealed != nil, stopping: stop)
        guard let sealed else { return read }
        var all = try PostingSource.numbered(sealed.lengths())
        let hidden = Set(try database.hiddenDocuments)
        if !hidden.isEmpty { all.removeAll { hidden.contains($0.document) } }
        return PostingList.merging(read, all)
    }

    /// Postings of the sealed database by the numbers that its documents have beside the live one's, see `Generation.open()`.
    private static func numbered(_ postings: [Posting]) throws(XapianError) -> [Posting] {
        guard let last = postings.last?.document else { return [] }
        guard last <= DocumentID.max / 2 else {
            throw XapianError(kind: .databaseCorrupt, message: "a document's number is above the highest one")
        }
        return postings.map { Posting(document: 2 * $0.document, frequency: $0.frequency) }
    }
}
