/// What became of one article.
package enum IndexingOutcome: Sendable, Hashable {
    /// It was not in the index before.
    case added
    /// It replaced another version of itself.
    case updated
    /// The index has exactly this already.
    case unchanged
}
