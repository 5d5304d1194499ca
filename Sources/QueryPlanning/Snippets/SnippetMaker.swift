package import Vietnamese

/// Finds the piece of a text that best shows why it matches.
package struct SnippetMaker {
    /// The maximum number of syllables in a snippet.
    private static let length = 45
    /// The number of syllables by which a snippet may start earlier to begin with a sentence.
    private static let lookBack = 12

    /// Returns the snippet of a text whose syllables are marked; nil if the text has no syllables.
    package static func snippet(of text: String, syllables: Syllables, marks: [UInt64]) -> Snippet? {
        guard !syllables.isEmpty else { return nil }
        var copy = text
        return copy.withUTF8 { bytes in
            let window = bestWindow(marks, syllables, bytes)
            let start = startOfWord(syllables.range(at: window.lowerBound).lowerBound, in: bytes)
            let end = endOfWord(syllables.range(at: window.upperBound - 1).upperBound, in: bytes)
            let ranges = syllables.ranges(of: marks, in: window, text: bytes)
            return Snippet(
                text: String(decoding: bytes[start..<end], as: UTF8.self), offset: start,
                highlights: ranges.map { $0.lowerBound - start..<$0.upperBound - start })
        }
    }

    /// Returns the run of syllables with the most of the query in it, started at a sentence if one is near.
    private static func bestWindow(
        _ marks: [UInt64], _ syllables: Syllables, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Range<Int> {
        guard let first = marks.firstIndex(where: { $0 != 0 }) else { return 0..<min(length, syllables.count) }
        var best = (score: -1, start: first)
        var counts = [Int](repeating: 0, count: 64)
        var (score, end) = (0, first)
        for start in first..<syllables.count where marks[start] != 0 || start == first {
            // Marks before the new start are removed, those reached since are added.
            while end < min(start + length - lookBack, syllables.count) {
                score += gain(of: marks, at: end, counts: &counts, by: 1)
                end += 1
            }
            if score > best.score { best = (score, start) }
            score -= gain(of: marks, at: start, counts: &counts, by: -1)
        }
        let start = sentenceStart(before: best.start, syllables, bytes)
        return start..<min(start + length, syllables.count)
    }

    /// Returns the gain of a syllable for a window: high for a part of the query not yet in it, and higher next to
    /// another one.
    private static func gain(of marks: [UInt64], at index: Int, counts: inout [Int], by step: Int) -> Int {
        guard marks[index] != 0 else { return 0 }
        var gain = index > 0 && marks[index - 1] != 0 && marks[index - 1] != marks[index] ? 3 : 1
        var rest = marks[index]
        while rest != 0 {
            let part = rest.trailingZeroBitCount
            rest &= rest - 1
            if step > 0 && counts[part] == 0 || step < 0 && counts[part] == 1 { gain += 8 }
            counts[part] += step
        }
        return gain
    }

    private static func sentenceStart(
        before index: Int, _ syllables: Syllables, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int {
        for candidate in stride(from: index, through: max(0, index - lookBack), by: -1) {
            guard candidate > 0 else { return 0 }
            let gap = syllables.range(at: candidate - 1).upperBound..<syllables.range(at: candidate).lowerBound
            if bytes[gap].contains(where: { $0 == 0x2E || $0 == 0x21 || $0 == 0x3F || $0 == 0x0A }) { return candidate }
        }
        return max(0, index - lookBack / 2)
    }

    /// Extends the start of a word to the opening brackets and quotation marks before it.
    private static func startOfWord(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var start = start
        while start > 0, [0x28, 0x5B, 0x22].contains(bytes[start - 1]) { start -= 1 }
        // The curly quotation marks “ and ‘.
        if start > 2, bytes[start - 3] == 0xE2, bytes[start - 2] == 0x80, [0x9C, 0x98].contains(bytes[start - 1]) {
            start -= 3
        }
        return start
    }

    /// Extends the end of a word to the closing punctuation after it, as long as each mark takes one byte.
    private static func endOfWord(_ end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = end
        while end < bytes.count, [0x2E, 0x21, 0x3F, 0x25, 0x29, 0x22].contains(bytes[end]) { end += 1 }
        return end
    }
}
