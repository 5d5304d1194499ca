import QueryLanguage
import Vietnamese

/// Words, phrases and beginnings of words that must occur near each other.
package struct NearWords: Hashable {
    /// One of these.
    enum Operand: Hashable {
        case run([TypedSyllable])
        case prefix(TypedPrefix)

        /// The number of syllables in it.
        var length: Int {
            switch self {
            case .run(let syllables): syllables.count
            case .prefix(let prefix): prefix.leading.count + 1
            }
        }
    }

    /// The distinct operands, and the number of times that each was typed.
    private var operands: [Operand] = []
    private var counts: [Int] = []
    /// The maximum length in syllables of a stretch that has them all.
    private var longestStretch: Int

    /// Creates the operands that some nodes represent, or nil if one contains nothing searchable.
    init?(_ nodes: [QueryNode], distance: Int) {
        longestStretch = distance
        for node in nodes {
            let operand: Operand
            switch node.kind {
            case .word(let text), .phrase(let text): operand = .run(TypedSyllable.all(in: text))
            case .prefix(let text):
                guard let prefix = TypedPrefix(text) else { return nil }
                operand = .prefix(prefix)
            default: return nil
            }
            guard operand.length > 0 else { return nil }
            longestStretch += operand.length
            if let known = operands.firstIndex(of: operand) {
                counts[known] += 1
            } else {
                operands.append(operand)
                counts.append(1)
            }
        }
    }

    /// Returns whether a stretch of the text has every operand, each as often as it was typed.
    ///
    /// The time is proportional to the length of the text and the number of operands.
    func stand(in text: Syllables) -> Bool {
        let starts = operands.map { NearWords.starts(of: $0, in: text) }
        guard zip(starts, counts).allSatisfy({ $0.count >= $1 }) else { return false }
        var (lower, upper) = ([Int](repeating: 0, count: operands.count), [Int](repeating: 0, count: operands.count))
        // The stretch begins with an operand, whichever comes first.
        for start in Set(starts.joined()).sorted() {
            let holdsAll = operands.indices.allSatisfy { index in
                let last = start + longestStretch - operands[index].length
                while lower[index] < starts[index].count, starts[index][lower[index]] < start { lower[index] += 1 }
                while upper[index] < starts[index].count, starts[index][upper[index]] <= last { upper[index] += 1 }
                return upper[index] - lower[index] >= counts[index]
            }
            if holdsAll { return true }
        }
        return false
    }

    /// Returns the positions at which an operand begins, in order.
    private static func starts(of operand: Operand, in text: Syllables) -> [Int] {
        var starts: [Int] = []
        var next = 0
        switch operand {
        case .run(let run):
            while let found = text.firstRun(of: run, from: next) {
                starts.append(found)
                next = found + 1
            }
        case .prefix(let prefix):
            while let found = text.firstMatch(of: prefix, from: next) {
                starts.append(found - prefix.leading.count)
                next = found + 1
            }
        }
        return starts
    }
}
