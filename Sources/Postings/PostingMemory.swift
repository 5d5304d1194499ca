package import Xapian
package import XapianGlass

/// The posting lists in memory of one generation of the index, and the source that they are read from.
package struct PostingMemory {
    package let shared: SharedPostings
    package let generation: Int
    /// The sealed database, whose lists are read whole; nil if there is none.
    package let sealed: SealedPostings?

    /// Creates the posting memory of a generation.
    ///
    /// - Parameters:
    ///   - shared: the posting lists that searches share.
    ///   - generation: the generation's number.
    ///   - sealed: its sealed database, if there is one.
    package init(shared: SharedPostings, generation: Int, sealed: SealedPostings?) {
        (self.shared, self.generation, self.sealed) = (shared, generation, sealed)
    }

    /// Returns the postings of some terms, or nil while reading them is not yet worth it.
    ///
    /// - Throws: `XapianError`.
    package func postings(
        of terms: [MatchTerm], in database: Database, stop: MatchGuard?
    ) throws(XapianError) -> SharedPostings.Found? {
        try shared.postings(
            of: terms, in: PostingSource(database: database, sealed: sealed), generation: generation, stop: stop)
    }
}
