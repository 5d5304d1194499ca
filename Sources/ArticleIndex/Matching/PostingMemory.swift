import Xapian

/// The postings in memory of one generation of the index.
struct PostingMemory {
    let shared: SharedPostings
    let generation: Int

    /// The postings of some terms, or nil where it is not worth while yet to read them.
    ///
    /// - Throws: `XapianError`.
    func postings(
        of terms: [MatchTerm], in database: Database, stop: MatchGuard?
    ) throws(XapianError) -> SharedPostings.Found? {
        try shared.postings(of: terms, in: database, generation: generation, stop: stop)
    }
}
