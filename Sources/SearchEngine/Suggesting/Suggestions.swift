/// The answer to what is typed so far.
package struct Suggestions: Sendable {
    /// The queries that may be meant, the likeliest first.
    package var suggestions: [Suggestion]
    /// The revision of the index that they were read from.
    package var revision: Int
}
