import Xapian

/// The weights that order hits by relevance.
///
/// Exact syllables carry the meaning of marks, folded bigrams the context; the title says what an article is about.
struct Ranking: Sendable {
    /// BM25 with moderate saturation and length normalisation.
    var weighting = Weighting.bm25(k1: 1.0, k2: 0, k3: 1, b: 0.5, minimumNormalisedLength: 0.5)
    /// A syllable found in another reading than the one typed, against an exact one.
    var otherReading = 0.8
    /// A folded bigram of two words that stand side by side in the query.
    var bigram = 0.5
    /// A syllable of the title, on top of its weight in the text.
    var titleSyllable = 0.25
    /// A folded bigram of the title, on top of its weight in the text.
    var titleBigram = 0.5

    /// The weights in use.
    static let standard = Ranking()
}
