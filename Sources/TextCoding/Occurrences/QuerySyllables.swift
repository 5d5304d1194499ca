package import Vietnamese

/// The syllables of a query, prepared for finding them in texts by their hashes.
package struct QuerySyllables {
    private var lookup: SyllableLookup
    /// The common words that have one of these syllables.
    private(set) var marks = WordCoding.Marks.none

    /// Collects the syllables that typed ones may represent.
    package init(_ syllables: [TypedSyllable]) {
        lookup = SyllableLookup(capacity: syllables.count)
        for (number, syllable) in syllables.enumerated() {
            lookup.insert(syllable.foldedHash, number)
            for word in WordCoding.knownWords.words(with: syllable.foldedHash) { marks.mark(word) }
        }
    }

    /// Returns whether the query has a syllable with this folded key.
    @inline(__always)
    package func contains(_ foldedHash: UInt64) -> Bool { lookup[foldedHash] != nil }
}
