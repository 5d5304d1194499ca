import Foundation
import Vietnamese
import Xapian

/// Tells how near to each other, and how much in the typed order, the words of a query stand in a text.
///
/// Postings say how often a word occurs, not where. So the best articles are read once more, and those come first that
/// have much of the query in one place: about a sentence or two.
struct Proximity {
    /// What the parts of the score weigh, against the highest weight of the postings as 1.
    struct Weights: Sendable {
        /// The share of the query's syllables in the best window, each by its inverse document frequency.
        var syllables = 0.4
        /// The share of its bigrams there.
        var bigrams = 0.2
        /// The share of its trigrams anywhere in the text.
        var trigrams = 0.4
    }

    /// How many of the best articles are read once more; on the collections measured more change nothing.
    static let depth = 20
    /// How many syllables make one place.
    static let window = 40

    private let words: SequencePattern
    private let syllableWeights: [Double]
    private let bigramWeights: [Double]
    private let weights: Weights

    /// A scorer for a query's words, or nil where fewer than two can stand together.
    ///
    /// - Throws: `XapianError`.
    init?(_ segments: [[TypedSyllable]], database: Database, weights: Weights) throws(XapianError) {
        words = SequencePattern(segments)
        guard words.syllables.count > 1, words.length > 1 else { return nil }
        let documents = try database.documentCount
        var syllableWeights: [Double] = []
        for syllable in words.syllables {
            var frequency = try database.frequency(of: TermPrefix.syllable.bytes + syllable.exact)
            if !syllable.isMarked {
                frequency += try database.frequency(of: TermPrefix.foldedSyllable.bytes + syllable.folded)
            }
            syllableWeights.append(Proximity.weight(frequency, of: documents))
        }
        var bigramWeights: [Double] = []
        for bigram in words.bigrams {
            let frequency = try database.frequency(of: TermPrefix.foldedBigram.bytes + bigram)
            bigramWeights.append(Proximity.weight(frequency, of: documents))
        }
        (self.syllableWeights, self.bigramWeights, self.weights) = (syllableWeights, bigramWeights, weights)
    }

    /// The inverse document frequency of a term as BM25 has it in Xapian; 0 for one that no article holds.
    private static func weight(_ frequency: Int, of documents: Int) -> Double {
        guard frequency > 0 else { return 0 }
        let absent = Double(max(0, documents - frequency))
        let odds = (absent + 0.5) / (Double(frequency) + 0.5)
        return log(odds < 2 ? odds * 0.5 + 1 : odds)
    }

    /// How well a text holds the query together: 0 for not at all, the sum of the weights for word by word.
    func score(_ text: ArticleText) -> Double {
        let found = words.occurrences(in: text)
        let best = bestWindow(found.occurrences)
        let trigrams = words.trigramCount > 0 ? Double(found.trigrams) / Double(words.trigramCount) : 0
        return weights.syllables * best.syllables + weights.bigrams * best.bigrams + weights.trigrams * trigrams
    }

    /// The shares of syllables and bigrams in the window that has most of both.
    private func bestWindow(
        _ occurrences: [SequencePattern.Occurrence]
    ) -> (syllables: Double, bigrams: Double) {
        var syllables = DistinctWeight(syllableWeights)
        var bigrams = DistinctWeight(bigramWeights)
        var best = (total: 0.0, syllables: 0.0, bigrams: 0.0)
        var first = 0
        for occurrence in occurrences {
            while occurrences[first].position + Proximity.window <= occurrence.position {
                let left = occurrences[first]
                left.isBigram ? bigrams.remove(left.index) : syllables.remove(left.index)
                first += 1
            }
            occurrence.isBigram ? bigrams.add(occurrence.index) : syllables.add(occurrence.index)
            let total = syllables.present + bigrams.present
            if total > best.total { best = (total, syllables.present, bigrams.present) }
        }
        return (syllables.share(of: best.syllables), bigrams.share(of: best.bigrams))
    }
}

/// The summed weight of the distinct terms in a moving window.
private struct DistinctWeight {
    private let weights: [Double]
    private var counts: [Int]
    private let whole: Double
    private(set) var present = 0.0

    init(_ weights: [Double]) {
        self.weights = weights
        counts = [Int](repeating: 0, count: weights.count)
        whole = weights.reduce(0, +)
    }

    mutating func add(_ index: Int) {
        if counts[index] == 0 { present += weights[index] }
        counts[index] += 1
    }

    mutating func remove(_ index: Int) {
        counts[index] -= 1
        if counts[index] == 0 { present -= weights[index] }
    }

    func share(of weight: Double) -> Double { whole > 0 ? weight / whole : 0 }
}
