package import Vietnamese
package import Xapian

/// The parts of a query that are highlighted in a text.
package struct HighlightPattern {
    /// One part of the query, and its scope.
    private struct Part<Content: Hashable>: Hashable {
        let content: Content
        let scope: ArticlePredicate.Scope
    }

    private var runs: [Part<[TypedSyllable]>] = []
    private var prefixes: [Part<TypedPrefix>] = []
    /// The folded hash of each run's first syllable, and a bit for its lowest bits, since most syllables begin no run.
    private var firsts: [UInt64] = []
    private var firstBits: UInt64 = 0

    /// The number of syllables scanned between two checks of the guard.
    private static let patience = 4_096

    /// Adds adjacent syllables.
    package mutating func add(run: [TypedSyllable], scope: ArticlePredicate.Scope) {
        let part = Part(content: run, scope: scope)
        guard let first = run.first, !runs.contains(part) else { return }
        runs.append(part)
        firsts.append(first.foldedHash)
        firstBits |= HighlightPattern.bit(first.foldedHash)
    }

    private static func bit(_ hash: UInt64) -> UInt64 { 1 << (hash & 63) }

    /// Adds the beginning of a syllable.
    package mutating func add(prefix: TypedPrefix, scope: ArticlePredicate.Scope) {
        prefixes.append(Part(content: prefix, scope: scope))
    }

    /// Returns the parts of the query to which each syllable of a text belongs, one bit per part; parts past 64 share
    /// the last.
    ///
    /// Parts that are searched for in titles only are not highlighted elsewhere.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - isTitle: whether it is a title.
    ///   - stop: ends the scan early, since a long article may take long.
    /// - Returns: the marks.
    /// - Throws: `XapianError` with `cancelled` or `deadline`.
    package func marks(in text: Syllables, isTitle: Bool, stop: MatchGuard? = nil) throws(XapianError) -> [UInt64] {
        var marks = [UInt64](repeating: 0, count: text.count)
        for start in text.indices {
            if start % HighlightPattern.patience == 0 { try stop?.check() }
            let hash = text.foldedHash(at: start)
            guard firstBits & HighlightPattern.bit(hash) != 0 else { continue }
            for part in firsts.indices where firsts[part] == hash {
                let wanted = runs[part]
                guard isTitle || wanted.scope == .anywhere, text.hasRun(wanted.content, at: start) else { continue }
                for index in start..<start + wanted.content.count { marks[index] |= bit(part) }
            }
        }
        for (part, wanted) in prefixes.enumerated() where isTitle || wanted.scope == .anywhere {
            try stop?.check()
            let prefix = wanted.content
            var start = 0
            while let found = text.firstMatch(of: prefix, from: start) {
                for index in found - prefix.leading.count...found { marks[index] |= bit(runs.count + part) }
                start = found + 1
            }
        }
        return marks
    }

    private func bit(_ part: Int) -> UInt64 { 1 << UInt64(min(part, 63)) }
}

extension Syllables {
    /// Returns the ranges of marked syllables; neighbours separated only by white space form one range.
    package func ranges(of marks: [UInt64], in bounds: Range<Int>, text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for index in bounds where marks[index] != 0 {
            let range = self.range(at: index)
            if index > bounds.lowerBound, marks[index - 1] != 0, let last = ranges.last,
                text[last.upperBound..<range.lowerBound].allSatisfy({ $0 == 0x20 })
            {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }
}
