/// How much of a query occurs together in a text, as shares from 0 to 1, and the resulting score.
package struct ProximityScore: Hashable, Sendable {
    /// The share of the query's syllables in the best window, each by its inverse document frequency.
    package var syllables: Double
    /// The share of its trigrams anywhere in the text.
    package var trigrams: Double
    /// The weighted sum of the shares, relative to the highest weight of the postings as 1.
    package var value: Double
}
