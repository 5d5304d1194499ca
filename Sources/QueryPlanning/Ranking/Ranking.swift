/// The weights that order hits by relevance.
///
/// Exact syllables carry the meaning of marks, folded bigrams the context, and the title the subject of an article. The
/// best articles are then read again, see `Proximity`. The module's documentation describes what was tried and with
/// what results.
package struct Ranking: Sendable {
    /// The weight of a folded bigram of two words that are adjacent in the query.
    package var bigram = 0.7
    /// The weight of a syllable in the title, in addition to its weight in the text.
    var titleSyllable = 0.5
    /// The weight of a syllable typed without marks that has none in the text either, in addition to its weight in any
    /// reading.
    var unmarkedSpelling = 0.25
    /// The same for a query of one syllable, where no other word distinguishes the readings.
    var loneUnmarkedSpelling = 10.0
    /// The weight of another spelling of a word, relative to the one typed.
    var otherSpelling = 0.3
    /// The weights of proximity and word order.
    package var proximity = Proximity.Weights()

    /// The weights in use.
    package static let standard = Ranking()
}
