import ArticleModel
import Testing

@testable import ArticleIndex

@Suite("The words of a query found in a text")
struct SequencePatternTests {
    private func pattern(_ segments: String...) -> SequencePattern {
        SequencePattern(segments.map { TypedSyllable.all(in: $0) })
    }

    private func text(_ title: String, _ body: String) -> ArticleText {
        ArticleText(Article(id: "1", title: title, body: body))
    }

    @Test("are distinct syllables, bigrams and trigrams")
    func distinct() {
        let pattern = pattern("hà nội hà nội hà")
        #expect(pattern.syllables.count == 2)
        #expect(pattern.bigrams.map { String(decoding: $0, as: UTF8.self) } == ["ha noi", "noi ha"])
        #expect(pattern.trigramCount == 2)
        #expect(pattern.length == 5)
    }

    @Test("stand where a typed mark binds and an unmarked syllable takes every reading")
    func readings() {
        let found = pattern("bán bàn ban").occurrences(in: text("", "bàn bạn bán ban"))
        let syllables = found.occurrences.filter { !$0.isBigram }
        #expect(syllables.map(\.position) == [1, 1, 2, 3, 3, 4])
        #expect(syllables.map(\.index) == [1, 2, 2, 0, 2, 2])
    }

    @Test("are no neighbours across runs, nor across the end of the title")
    func breaks() {
        #expect(pattern("hà nội", "huế").bigrams.count == 1)
        let found = pattern("hà nội huế").occurrences(in: text("Hà", "Nội Huế"))
        #expect(found.occurrences.filter(\.isBigram).count == 1)
        #expect(found.trigrams == 0)
        #expect(found.occurrences.map(\.position) == [0, 2, 3, 3])
    }

    @Test("are cut to what can be counted in a very long query")
    func longQuery() {
        let words = (0..<300).map { "từ\($0) chữ\($0)" }.joined(separator: " ")
        let pattern = pattern(words)
        #expect(pattern.syllables.count == 64)
        #expect(pattern.bigrams.count <= 64)
        let found = pattern.occurrences(in: text("", words))
        #expect(found.occurrences.filter { !$0.isBigram }.count == 64)
        #expect(found.trigrams == pattern.trigramCount)
    }
}
