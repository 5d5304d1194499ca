import Glass
import Xapian

/// The postings in memory of one generation of the index, and where they are read from.
struct PostingMemory {
    let shared: SharedPostings
    let generation: Int
    /// The sealed database, whose lists are read at one go; nil where there is none.
    let sealed: SealedPostings?

    /// The postings of some terms, or nil where it is not worth while yet to read them.
    ///
    /// - Throws: `XapianError`.
    func postings(
        of terms: [MatchTerm], in database: Database, stop: MatchGuard?
    ) throws(XapianError) -> SharedPostings.Found? {
        try shared.postings(
            of: terms, in: PostingSource(database: database, sealed: sealed), generation: generation, stop: stop)
    }
}
