/// What the index sets in front of the three sorts of terms that a run of syllables gives; UTF-8, empty for none.
package struct NgramPrefixes: Hashable, Sendable {
    /// In front of exact keys.
    package var exact: [UInt8]
    /// In front of folded keys.
    package var folded: [UInt8]
    /// In front of two folded keys with a space between them.
    package var bigram: [UInt8]

    /// Prefixes for the three sorts of terms.
    package init(exact: [UInt8], folded: [UInt8], bigram: [UInt8]) {
        self.exact = exact
        self.folded = folded
        self.bigram = bigram
    }
}
