package import IndexStorage
package import QueryLanguage

/// Why a search has no answer.
package enum SearchError: Error, Hashable, Sendable {
    /// The query cannot be parsed.
    case query(QueryError)
    /// The index cannot be read.
    case index(IndexError)
    /// The request was cancelled.
    case cancelled
    /// A newer request of the same connection superseded it.
    case superseded
    /// The maximum number of requests already wait for a reader.
    case busy(waiting: Int)
    /// The deadline has passed.
    case deadlinePassed
    /// The index has changed since this revision, and the requested part of its ranking is no longer known.
    case snapshotExpired(revision: Int)
    /// There is no article with this id.
    case unknownArticle(id: String)
}
