import Foundation
import QueryPlanning
import Vietnamese

/// Chooses the most plausible readings of a run of syllables, judged by the archive's own texts.
struct MarkRestoration {
    /// The weight of single syllables' frequencies, in occurrences, relative to pairs seen side by side.
    private static let backoff = 0.5
    /// The maximum number of readings considered per syllable.
    private static let mostReadings = 24

    let lexicon: Lexicon
    let evidence: BigramEvidence

    /// A syllable whose reading is to be determined.
    struct Slot {
        /// The folded key.
        let folded: [UInt8]
        /// The required reading, typed with marks; nil if any reading may be meant.
        let fixed: [UInt8]?

        init(folded: [UInt8], fixed: [UInt8]? = nil) {
            (self.folded, self.fixed) = (folded, fixed)
        }

        init(_ typed: TypedSyllable) {
            self.init(folded: typed.folded, fixed: typed.isMarked ? typed.exact : nil)
        }
    }

    private struct Candidate {
        let key: [UInt8]
        let share: Double
    }

    /// Returns the most likely readings of a run, as exact keys.
    func readings(of slots: [Slot]) -> [[UInt8]] {
        guard let first = slots.first else { return [] }
        var candidates = candidates(of: first)
        var scores = startScores(candidates, slots)
        var columns: [(keys: [[UInt8]], from: [Int])] = [(candidates.map(\.key), [])]
        for (left, right) in zip(slots, slots.dropFirst()) {
            let next = self.candidates(of: right)
            let counts = evidence.counts[BigramEvidence.Pair(first: left.folded, second: right.folded)] ?? [:]
            var totals: [[UInt8]: Int] = [:]
            for (reading, count) in counts { totals[reading.first, default: 0] += count }
            var (nextScores, from): ([Double], [Int]) = ([], [])
            for candidate in next {
                var best = (score: -Double.infinity, index: 0)
                for (index, before) in candidates.enumerated() {
                    let seen = counts[BigramEvidence.Reading(first: before.key, second: candidate.key)] ?? 0
                    let total = Double(totals[before.key] ?? 0) + MarkRestoration.backoff
                    let chance = (Double(seen) + MarkRestoration.backoff * candidate.share) / total
                    let score = scores[index] + log(chance)
                    if score > best.score { best = (score, index) }
                }
                nextScores.append(best.score)
                from.append(best.index)
            }
            columns.append((next.map(\.key), from))
            (candidates, scores) = (next, nextScores)
        }
        guard var index = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return [] }
        var keys: [[UInt8]] = []
        for column in columns.reversed() {
            keys.append(column.keys[index])
            if !column.from.isEmpty { index = column.from[index] }
        }
        return keys.reversed()
    }

    /// Returns the evidence for each reading of the first syllable: how often it was seen before the second.
    private func startScores(_ candidates: [Candidate], _ slots: [Slot]) -> [Double] {
        var seen: [[UInt8]: Int] = [:]
        if slots.count > 1 {
            let pair = BigramEvidence.Pair(first: slots[0].folded, second: slots[1].folded)
            for (reading, count) in evidence.counts[pair] ?? [:] { seen[reading.first, default: 0] += count }
        }
        return candidates.map { log(Double(seen[$0.key] ?? 0) + MarkRestoration.backoff * $0.share) }
    }

    /// Returns the readings that a syllable may have, each with its share of the articles.
    private func candidates(of slot: Slot) -> [Candidate] {
        if let fixed = slot.fixed { return [Candidate(key: fixed, share: 1)] }
        guard let form = lexicon.form(of: slot.folded) else { return [Candidate(key: slot.folded, share: 1)] }
        let readings = lexicon.readings(of: form).prefix(MarkRestoration.mostReadings)
        let total = Double(max(1, readings.reduce(0) { $0 + $1.frequency }))
        return readings.map { Candidate(key: $0.key, share: max(Double($0.frequency), 0.5) / total) }
    }
}
