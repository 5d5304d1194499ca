/// The weights that order hits by relevance.
///
/// Exact syllables carry the meaning of marks, folded bigrams the context; the title says what an article is about.
/// The best articles are then read once more, see `Proximity`. What was tried and what it gave stands in the module's
/// documentation.
package struct Ranking: Sendable {
    /// A folded bigram of two words that stand side by side in the query.
    package var bigram = 0.7
    /// A syllable of the title, on top of its weight in the text.
    var titleSyllable = 0.5
    /// A syllable typed without marks where the text has it without marks too, on top of its weight in any reading.
    var unmarkedSpelling = 0.25
    /// The same for a query of one syllable, where no other word tells the readings apart.
    var loneUnmarkedSpelling = 10.0
    /// Another spelling of a word, against the one typed.
    var otherSpelling = 0.3
    /// How much near and ordered words weigh.
    package var proximity = Proximity.Weights()

    /// The weights in use.
    package static let standard = Ranking()
}
