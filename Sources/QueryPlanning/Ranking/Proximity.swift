import Foundation
import IndexStorage
package import TextCoding
package import Vietnamese
package import Xapian

/// Scores how close together, and how much in the typed order, the words of a query occur in a text.
///
/// Postings record how often a word occurs, not where. The best articles are therefore read again, and those that have
/// much of the query in one place, about a sentence or two, come first.
package struct Proximity {
    /// The weights of the parts of the score, relative to the highest weight of the postings as 1.
    package struct Weights: Sendable {
        /// The share of the query's syllables in the best window, each by its inverse document frequency.
        var syllables = 0.5
        /// The share of its trigrams anywhere in the text.
        var trigrams = 0.7
    }

    /// The number of best articles that are read again; on the collections measured, more change nothing.
    package static let depth = 20
    /// The number of syllables in a window.
    static let window = 40

    private let words: SequencePattern
    private let syllableWeights: [Double]
    private let wholeWeight: Double
    private let weights: Weights

    /// Creates a scorer for a query's words, or nil if fewer than two can occur together.
    ///
    /// - Throws: `XapianError`.
    package init?(
        _ segments: [[TypedSyllable]], database: Database, weights: Weights, stop: MatchGuard? = nil
    ) throws(XapianError) {
        words = SequencePattern(segments)
        guard words.syllables.count > 1, words.length > 1 else { return nil }
        let documents = try database.documentCount
        var syllableWeights: [Double] = []
        for syllable in words.syllables {
            try stop?.check()
            var frequency = try database.frequency(of: TermPrefix.syllable.bytes + syllable.exact)
            if !syllable.isMarked {
                frequency += try database.frequency(of: TermPrefix.foldedSyllable.bytes + syllable.folded)
            }
            syllableWeights.append(Proximity.weight(frequency, of: documents))
        }
        (self.syllableWeights, self.weights) = (syllableWeights, weights)
        wholeWeight = syllableWeights.reduce(0, +)
    }

    /// Returns the inverse document frequency of a term as in Xapian's BM25; 0 for a term that no article has.
    private static func weight(_ frequency: Int, of documents: Int) -> Double {
        guard frequency > 0 else { return 0 }
        let absent = Double(max(0, documents - frequency))
        let odds = (absent + 0.5) / (Double(frequency) + 0.5)
        return log(odds < 2 ? odds * 0.5 + 1 : odds)
    }

    /// The syllables to find.
    package var syllables: [TypedSyllable] { words.syllables }

    /// Returns the proximity score of an article.
    package func score(title: QueryTermOccurrences, body: QueryTermOccurrences) -> ProximityScore {
        let found = words.occurrences(title: title, body: body)
        let syllables = bestWindow(found.syllables)
        let trigrams = words.trigramCount > 0 ? Double(found.trigrams) / Double(words.trigramCount) : 0
        return ProximityScore(
            syllables: syllables, trigrams: trigrams,
            value: weights.syllables * syllables + weights.trigrams * trigrams)
    }

    /// Returns the share of the query's syllables in the window that has most of them.
    private func bestWindow(_ occurrences: [SequencePattern.Occurrence]) -> Double {
        var counts = [Int](repeating: 0, count: syllableWeights.count)
        var (present, best) = (0.0, 0.0)
        var first = 0
        for occurrence in occurrences {
            while occurrences[first].position + Proximity.window <= occurrence.position {
                let left = occurrences[first].syllable
                counts[left] -= 1
                if counts[left] == 0 { present -= syllableWeights[left] }
                first += 1
            }
            if counts[occurrence.syllable] == 0 { present += syllableWeights[occurrence.syllable] }
            counts[occurrence.syllable] += 1
            best = max(best, present)
        }
        return wholeWeight > 0 ? best / wholeWeight : 0
    }
}
