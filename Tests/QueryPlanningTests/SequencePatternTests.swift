import Testing
import Vietnamese

@testable import QueryPlanning
@testable import TextCoding

@Suite("The sequence patterns of a query in a text")
struct SequencePatternTests {
    private func pattern(_ segments: String...) -> SequencePattern {
        SequencePattern(segments.map { TypedSyllable.all(in: $0) })
    }

    private func occurrences(
        of pattern: SequencePattern, _ title: String, _ body: String
    ) -> (syllables: [SequencePattern.Occurrence], trigrams: Int) {
        let sought = QuerySyllables(pattern.syllables)
        var (titleOccurrences, bodyOccurrences) = (QueryTermOccurrences(), QueryTermOccurrences())
        titleOccurrences.look(for: sought, in: Syllables(title))
        bodyOccurrences.look(for: sought, in: Syllables(body))
        return pattern.occurrences(title: titleOccurrences, body: bodyOccurrences)
    }

    @Test("Patterns are distinct syllables and trigrams")
    func distinct() {
        let pattern = pattern("hà nội hà nội hà")
        #expect(pattern.syllables.count == 2)
        #expect(pattern.trigramCount == 2)
        #expect(pattern.length == 5)
    }

    @Test("Patterns respect typed marks, and an unmarked syllable matches every reading")
    func readings() {
        let found = occurrences(of: pattern("bán bàn ban"), "", "bàn bạn bán ban")
        #expect(found.syllables.map(\.position) == [1, 1, 2, 3, 3, 4])
        #expect(found.syllables.map(\.syllable) == [1, 2, 2, 0, 2, 2])
    }

    @Test("Patterns do not join syllables across runs, nor across the end of the title")
    func breaks() {
        #expect(pattern("hà nội", "huế").trigramCount == 0)
        let found = occurrences(of: pattern("hà nội huế"), "Hà", "Nội Huế")
        #expect(found.trigrams == 0)
        #expect(found.syllables.map(\.position) == [0, 2, 3])
    }

    @Test("The patterns of a very long query are limited to what can be counted")
    func longQuery() {
        let words = (0..<300).map { "từ\($0) chữ\($0)" }.joined(separator: " ")
        let pattern = pattern(words)
        #expect(pattern.syllables.count == 64)
        let found = occurrences(of: pattern, "", words)
        #expect(found.syllables.count == 64)
        #expect(found.trigrams == pattern.trigramCount)
    }
}
