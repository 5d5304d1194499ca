/// The suggestions for what is typed so far.
package struct Suggestions: Sendable {
    /// The suggested queries, the likeliest first.
    package var suggestions: [Suggestion]
    /// The revision of the index from which they were read.
    package var revision: Int
}
