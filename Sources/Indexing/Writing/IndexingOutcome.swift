/// The outcome of indexing one article.
package enum IndexingOutcome: Sendable, Hashable {
    /// It was not in the index before.
    case added
    /// It replaced another version of itself.
    case updated
    /// The index already has exactly this article.
    case unchanged
}
