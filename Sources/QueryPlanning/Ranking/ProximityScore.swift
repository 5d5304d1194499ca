/// How much of a query stands together in a text, as shares from 0 to 1, and what that is worth.
package struct ProximityScore: Hashable, Sendable {
    /// The share of the query's syllables in the best window, each by its inverse document frequency.
    package var syllables: Double
    /// The share of its trigrams anywhere in the text.
    package var trigrams: Double
    /// The shares by their weights, against the highest weight of the postings as 1.
    package var value: Double
}
