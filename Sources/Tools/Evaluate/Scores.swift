import Foundation

/// Scores of rankings against relevance judgements, by the usual definitions, at a depth of ten.
struct Scores: Encodable, Equatable {
    static let depth = 10

    /// Whether the first document is relevant, as 1 or 0.
    var first = 0.0
    /// The reciprocal rank of the first relevant document.
    var reciprocalRank = 0.0
    /// The normalised discounted cumulative gain (Järvelin and Kekäläinen 2002).
    var gain = 0.0
    /// The share of the relevant documents that was found.
    var recall = 0.0

    /// Creates scores of zero.
    init() {}

    /// Computes the scores of the documents found, best first.
    init(of ranked: [String], answers: [String: Double]) {
        let relevant = answers.filter { $0.value > 0 }
        guard !relevant.isEmpty else { return }
        let found = ranked.prefix(Scores.depth).map { relevant[$0] ?? 0 }
        let best = relevant.values.sorted(by: >).prefix(Scores.depth)
        first = (found.first ?? 0) > 0 ? 1 : 0
        reciprocalRank = found.firstIndex { $0 > 0 }.map { 1 / Double($0 + 1) } ?? 0
        gain = Scores.discounted(found) / Scores.discounted(Array(best))
        recall = Double(found.filter { $0 > 0 }.count) / Double(relevant.count)
    }

    /// Computes the mean of several scores.
    init(mean all: [Scores]) {
        let count = Double(max(all.count, 1))
        first = all.reduce(0) { $0 + $1.first } / count
        reciprocalRank = all.reduce(0) { $0 + $1.reciprocalRank } / count
        gain = all.reduce(0) { $0 + $1.gain } / count
        recall = all.reduce(0) { $0 + $1.recall } / count
    }

    private static func discounted(_ gains: [Double]) -> Double {
        gains.enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset + 2)) }
    }
}
