package import Xapian
package import XapianGlass

/// The postings in memory of one generation of the index, and where they are read from.
package struct PostingMemory {
    package let shared: SharedPostings
    package let generation: Int
    /// The sealed database, whose lists are read at one go; nil where there is none.
    package let sealed: SealedPostings?

    /// The postings of a generation.
    ///
    /// - Parameters:
    ///   - shared: what searches share.
    ///   - generation: the number of the generation.
    ///   - sealed: its sealed database, if there is one.
    package init(shared: SharedPostings, generation: Int, sealed: SealedPostings?) {
        (self.shared, self.generation, self.sealed) = (shared, generation, sealed)
    }

    /// The postings of some terms, or nil where it is not worth while yet to read them.
    ///
    /// - Throws: `XapianError`.
    package func postings(
        of terms: [MatchTerm], in database: Database, stop: MatchGuard?
    ) throws(XapianError) -> SharedPostings.Found? {
        try shared.postings(
            of: terms, in: PostingSource(database: database, sealed: sealed), generation: generation, stop: stop)
    }
}
