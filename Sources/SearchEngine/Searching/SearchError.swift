package import IndexStorage
package import QueryLanguage

/// Why a search has no answer.
package enum SearchError: Error, Hashable, Sendable {
    /// The query cannot be read.
    case query(QueryError)
    /// The index cannot be read.
    case index(IndexError)
    /// Whoever asked no longer wants to know.
    case cancelled
    /// A newer request of the same connection took its place.
    case superseded
    /// As many requests wait for a reader already as may.
    case busy(waiting: Int)
    /// The time that was given is up.
    case deadlinePassed
    /// The index has changed since this revision, and its ranking is not known any more as far as was asked.
    case snapshotExpired(revision: Int)
    /// There is no article with this id.
    case unknownArticle(id: String)
}
