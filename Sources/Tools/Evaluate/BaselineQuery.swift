import IndexStorage
import Vietnamese
import Xapian

/// A query of plain words as a sum of BM25 weights, without the engine's other features.
enum BaselineQuery: String, CaseIterable {
    /// The exact syllables; for a query typed without any mark, the folded ones.
    case syllables = "syllables"
    /// The exact syllables, folded ones where no mark was typed, and half the weight of the folded bigrams.
    case syllablesAndBigrams = "syllables + 0.5 bigrams"

    private static let bigramWeight = 0.5

    /// Builds the query of a text.
    func query(_ text: String) -> Query {
        let syllables = Syllables(text)
        let hasMarks = syllables.indices.contains { syllables.isMarked(at: $0) }
        var terms = Terms()
        for position in syllables.indices {
            let isFolded =
                switch self {
                case .syllables: !hasMarks
                case .syllablesAndBigrams: !syllables.isMarked(at: position)
                }
            let folded = syllables.folded(at: position)
            terms.add(isFolded ? .folded(folded) : .exact(syllables.exact(at: position)))
            if self == .syllablesAndBigrams, position + 1 < syllables.endIndex {
                terms.add(.bigram(folded + [0x20] + syllables.folded(at: position + 1)))
            }
        }
        return .or(terms.weighted { $0.isBigram ? BaselineQuery.bigramWeight : 1 })
    }

    /// A term of the query.
    private enum Term: Hashable {
        case exact([UInt8])
        case folded([UInt8])
        case bigram([UInt8])

        var isBigram: Bool { if case .bigram = self { true } else { false } }

        var query: Query {
            switch self {
            case .exact(let key): .term(TermPrefix.syllable.term(key))
            // The index has the folded term only where it differs from the exact one, so both count as one term.
            case .folded(let key):
                .synonym([.term(TermPrefix.syllable.term(key)), .term(TermPrefix.foldedSyllable.term(key))])
            case .bigram(let keys): .term(TermPrefix.foldedBigram.term(keys))
            }
        }
    }

    /// The terms of a query in order of first occurrence, with the number of occurrences of each.
    private struct Terms {
        private var order: [Term] = []
        private var counts: [Term: Double] = [:]

        mutating func add(_ term: Term) {
            if counts[term] == nil { order.append(term) }
            counts[term, default: 0] += 1
        }

        /// Returns the terms with BM25's weight for a term that occurs several times in the query, with k3 = 1.
        func weighted(by weight: (Term) -> Double) -> [Query] {
            order.map { term in
                let count = counts[term] ?? 1
                return .scaled(term.query, weight(term) * 2 * count / (1 + count))
            }
        }
    }
}
