import Xapian

/// The weights that order hits by relevance.
///
/// Exact syllables carry the meaning of marks, folded bigrams the context; the title says what an article is about.
/// The best articles are then read once more, see `Proximity`. What was tried and what it gave stands in the module's
/// documentation.
struct Ranking: Sendable {
    /// BM25's saturation: its usual value (Robertson and Zaragoza 2009).
    let k1 = 1.2
    /// BM25's normalisation by length: its usual value.
    let b = 0.75
    /// The least length against the mean one.
    let minimumLength = 0.5
    /// BM25 as Xapian computes it.
    var weighting: Weighting { .bm25(k1: k1, k2: 0, k3: 1, b: b, minimumNormalisedLength: minimumLength) }
    /// A folded bigram of two words that stand side by side in the query.
    var bigram = 0.7
    /// A syllable of the title, on top of its weight in the text.
    var titleSyllable = 0.5
    /// A syllable typed without marks where the text has it without marks too, on top of its weight in any reading.
    var unmarkedSpelling = 0.25
    /// The same for a query of one syllable, where no other word tells the readings apart.
    var loneUnmarkedSpelling = 10.0
    /// Another spelling of a word, against the one typed.
    var otherSpelling = 0.3
    /// How much near and ordered words weigh.
    var proximity = Proximity.Weights()

    /// The weights in use.
    static let standard = Ranking()
}
