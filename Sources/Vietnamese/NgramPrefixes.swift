/// The prefixes of the three kinds of terms that a run of syllables gives; UTF-8, empty for none.
package struct NgramPrefixes: Hashable, Sendable {
    /// The prefix of exact keys.
    package var exact: [UInt8]
    /// The prefix of folded keys.
    package var folded: [UInt8]
    /// The prefix of bigrams: two folded keys with a space between them.
    package var bigram: [UInt8]

    /// Creates the prefixes for the three kinds of terms.
    package init(exact: [UInt8], folded: [UInt8], bigram: [UInt8]) {
        self.exact = exact
        self.folded = folded
        self.bigram = bigram
    }
}
