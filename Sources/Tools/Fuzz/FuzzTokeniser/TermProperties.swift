import Fuzzing
import Vietnamese

/// The properties checked of the terms that are counted for a run of syllables.
struct TermProperties {
    private static let prefixes = NgramPrefixes(
        exact: Array("E".utf8), folded: Array("F".utf8), bigram: Array("B".utf8))
    /// The number of syllables above which only the totals are compared, to save time.
    private static let longestCompared = 60

    private var counter = NgramCounter()

    mutating func check(_ syllables: Syllables) {
        counter.removeAll()
        counter.add(syllables, prefixes: TermProperties.prefixes)
        var totals: [UInt8: Int] = [:]
        var counted: [[UInt8]: UInt32] = [:]
        var distinct = 0
        counter.forEach { term, count in
            distinct += 1
            totals[term.first ?? 0, default: 0] += Int(count)
            if syllables.count <= TermProperties.longestCompared { counted[Array(term), default: 0] += count }
        }
        expect(distinct == counter.count, "as many terms are handed out as were counted")
        expect(totals["E", default: 0] == syllables.count, "each syllable gives an exact term")
        expect(
            totals["F", default: 0] == syllables.count(where: \.isMarked), "each marked syllable gives a folded term")
        expect(totals["B", default: 0] == max(syllables.count - 1, 0), "each two neighbours give a bigram")
        guard syllables.count <= TermProperties.longestCompared else { return }
        expect(counted.count == distinct, "no term is handed out twice")
        expect(counted == expected(of: syllables), "terms have the counts of a plain count: \(counted)")
    }

    private func expected(of syllables: Syllables) -> [[UInt8]: UInt32] {
        var counts: [[UInt8]: UInt32] = [:]
        var previous: [UInt8]?
        for syllable in syllables {
            counts[TermProperties.prefixes.exact + syllable.exact, default: 0] += 1
            if syllable.isMarked { counts[TermProperties.prefixes.folded + syllable.folded, default: 0] += 1 }
            if let previous {
                counts[TermProperties.prefixes.bigram + previous + [0x20] + syllable.folded, default: 0] += 1
            }
            previous = syllable.folded
        }
        return counts
    }
}

extension [UInt8: Int] {
    fileprivate subscript(prefix: Unicode.Scalar, default count: Int) -> Int {
        self[UInt8(ascii: prefix), default: count]
    }
}
