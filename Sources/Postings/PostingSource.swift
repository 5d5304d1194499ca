import Xapian
import XapianGlass

/// The source of posting lists: a generation's databases as one, and beside them its sealed database.
package struct PostingSource {
    let database: Database
    /// Reads the lists of the sealed database, if there is one, several times faster than `database` does.
    let sealed: SealedPostings?

    /// How many postings of the sealed database are read in the time of one posting of `database`.
    private static let sealedSpeed = 8

    /// Returns the cost of reading a list of the given number of postings, in postings that are read one by one.
    ///
    /// - Throws: `XapianError`.
    func cost(of postings: Int) throws(XapianError) -> Int {
        guard sealed != nil else { return postings }
        let live = try database.firstDatabaseDocumentCount
        let all = try database.documentCount + database.hiddenCount
        let share = min(postings, live * postings / max(1, all))
        return share + (postings - share) / PostingSource.sealedSpeed
    }

    /// Returns the documents that have a term, including hidden ones, in ascending order.
    ///
    /// - Throws: `XapianError`; `databaseCorrupt` if they are out of order.
    func postings(of term: [UInt8]) throws(XapianError) -> [Posting] {
        let read = try database.postings(of: term, ofFirst: sealed != nil)
        guard zip(read, read.dropFirst()).allSatisfy({ $0.document < $1.document }) else {
            throw XapianError(kind: .databaseCorrupt, message: "a term's postings are out of order")
        }
        guard let sealed else { return read }
        return PostingList.merging(read, try PostingSource.numbered(sealed.postings(of: term)))
    }

    /// Returns the lengths of the documents that are not hidden, each as the frequency of a posting.
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

    /// Renumbers postings of the sealed database to the numbers that its documents have beside the live one's, see
    /// `Generation.open()`.
    private static func numbered(_ postings: [Posting]) throws(XapianError) -> [Posting] {
        guard let last = postings.last?.document else { return [] }
        guard last <= DocumentID.max / 2 else {
            throw XapianError(kind: .databaseCorrupt, message: "a document's number is above the highest one")
        }
        return postings.map { Posting(document: 2 * $0.document, frequency: $0.frequency) }
    }
}
