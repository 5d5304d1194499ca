import QueryLanguage
import Vietnamese

/// Words, phrases and beginnings that have to stand near each other.
package struct NearWords: Hashable {
    /// One of them.
    enum Operand: Hashable {
        case run([TypedSyllable])
        case prefix(TypedPrefix)

        /// How many syllables it takes up.
        var length: Int {
            switch self {
            case .run(let syllables): syllables.count
            case .prefix(let prefix): prefix.leading.count + 1
            }
        }
    }

    /// The distinct operands, and how often each was typed.
    private var operands: [Operand] = []
    private var counts: [Int] = []
    /// The longest stretch that may hold them all, in syllables.
    private var longestStretch: Int

    /// The operands that some nodes stand for, or nil where one holds nothing that can be looked for.
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

    /// Whether a stretch of the text holds every operand, each as often as it was typed.
    ///
    /// Takes time in proportion to the text and the number of operands.
    func stand(in text: Syllables) -> Bool {
        let starts = operands.map { NearWords.starts(of: $0, in: text) }
        guard zip(starts, counts).allSatisfy({ $0.count >= $1 }) else { return false }
        var (lower, upper) = ([Int](repeating: 0, count: operands.count), [Int](repeating: 0, count: operands.count))
        // The stretch begins with an operand: whichever comes first.
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

    /// Where an operand begins, in order.
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
