import QueryLanguage
import Testing

@Suite("Random queries")
struct RandomQueryTests {
    private static let pieces = [
        "(", ")", "\"", "“", "”", "«", "»", "'", "’", "″", "Su -57", " - ", "-", "*", ":", " ", "  ", "\u{A0}", "OR",
        "AND", "NOT", " OR ", " NOT ",
        " NEAR ", " NEAR/3 ", "NEAR/",
        "a", "ủy",
        "Đ", "u\u{309}", "\u{301}", "title:", "source:", "date:", "since:", "từ:", "2015", "..", "7d", "/3/2015", ".",
        ",",
        "–", "\u{200B}", "\0", "🙂", "\r\n", "９",
    ]

    @Test("A hundred thousand random queries are parsed or refused without a trap, with ranges on whole letters")
    func property() {
        var generator = SplitMix64(state: 20_150_319)
        var readable = 0
        for round in 0..<100_000 {
            let count = Int.random(in: 0...12, using: &generator)
            let query = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
            let boundaries = Self.boundaries(of: query)
            do throws(QueryError) {
                let tree = try sampleParser.parse(query, asYouType: round.isMultiple(of: 2))
                readable += 1
                if !Self.holds(tree, in: 0..<query.utf8.count, boundaries) {
                    Issue.record("\(query.debugDescription): \(tree)")
                }
            } catch {
                let end = error.column + error.length
                if error.length < 0 || !boundaries.contains(error.column) || !boundaries.contains(end) {
                    Issue.record("\(query.debugDescription): \(error)")
                }
            }
        }
        #expect((10_000..<90_000).contains(readable))
    }

    /// Whether a tree is in a range, parts nested in order, with lists of two and more, and no empty text.
    private static func holds(_ node: QueryNode, in range: Range<Int>, _ boundaries: Set<Int>) -> Bool {
        guard range.lowerBound <= node.range.lowerBound, node.range.upperBound <= range.upperBound,
            boundaries.contains(node.range.lowerBound), boundaries.contains(node.range.upperBound)
        else { return false }
        switch node.kind {
        case .everything: return node.range.isEmpty
        case .dates(let days): return !days.isEmpty
        case .word(let text), .phrase(let text), .prefix(let text), .value(_, let text, _): return !text.isEmpty
        case .all(let parts), .any(let parts), .near(let parts, _):
            return parts.count > 1 && parts.allSatisfy { holds($0, in: node.range, boundaries) }
        case .not(let part), .within(_, let part): return holds(part, in: node.range, boundaries)
        }
    }

    private static func boundaries(of text: String) -> Set<Int> {
        var offset = 0
        return text.unicodeScalars.reduce(into: [0]) { set, scalar in
            offset += UTF8.width(scalar)
            set.insert(offset)
        }
    }
}

/// Sebastiano Vigna's SplitMix64, so that a failure can be reproduced.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
