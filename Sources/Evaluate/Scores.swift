import Foundation

/// Scores of rankings against judgements, by the usual definitions, at a depth of ten.
struct Scores {
    /// The scores of one ranking, or their sum over several.
    struct Values {
        /// One over the rank of the first relevant document.
        var reciprocalRank = 0.0
        /// Discounted gain as a share of the best possible (Järvelin and Kekäläinen 2002).
        var gain = 0.0
        /// The share of the relevant documents that was found.
        var recall = 0.0

        mutating func add(_ other: Values) {
            reciprocalRank += other.reciprocalRank
            gain += other.gain
            recall += other.recall
        }

        func mean(over count: Int) -> Values {
            let count = Double(max(count, 1))
            return Values(reciprocalRank: reciprocalRank / count, gain: gain / count, recall: recall / count)
        }
    }

    static let depth = 10

    /// For each query the relevant documents and how relevant they are.
    let judgements: [String: [String: Double]]

    /// The scores of the documents found for a query, best first.
    func values(of ranked: [String], for query: String) -> Values {
        let relevant = (judgements[query] ?? [:]).filter { $0.value > 0 }
        guard !relevant.isEmpty else { return Values() }
        let found = ranked.prefix(Scores.depth).map { relevant[$0] ?? 0 }
        let best = relevant.values.sorted(by: >).prefix(Scores.depth)
        return Values(
            reciprocalRank: found.firstIndex { $0 > 0 }.map { 1 / Double($0 + 1) } ?? 0,
            gain: Scores.discounted(found) / Scores.discounted(Array(best)),
            recall: Double(found.filter { $0 > 0 }.count) / Double(relevant.count))
    }

    private static func discounted(_ gains: [Double]) -> Double {
        gains.enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset + 2)) }
    }
}
