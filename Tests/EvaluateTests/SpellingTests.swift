import Testing
import Vietnamese

@testable import evaluate

@Suite("Spellings of a query")
struct SpellingTests {
    let text = "Đường sắt Bắc–Nam, ngày 2/9: tàu chở khách về quê"

    @Test("Removing marks leaves everything else unchanged")
    func unmarked() {
        let bare = Spelling.unmarked.apply(to: text, named: "q", seed: 1)
        #expect(bare == "duong sat bac–Nam, ngay 2/9: tau cho khach ve que")
    }

    @Test("The mixed spelling removes the marks of half of the syllables, and changes nothing else")
    func mixed() {
        let sentence = "đường sắt chở khách về quê nội giữa đông"
        let whole = Syllables(sentence)
        for seed in UInt64(0)..<50 {
            let mixed = Syllables(Spelling.mixed.apply(to: sentence, named: "q", seed: seed))
            #expect(mixed.map(\.folded) == whole.map(\.folded))
            #expect([4, 5].contains(mixed.filter(\.isMarked).count))
            for (given, made) in zip(whole, mixed) { #expect(made.exact == given.exact || made.exact == given.folded) }
        }
    }

    @Test("The same seed and name remove the same marks, and others remove other marks")
    func seeds() {
        let made = Set((0..<20).map { Spelling.mixed.apply(to: text, named: "q", seed: $0) })
        #expect(made.count > 5)
        let named = Set((0..<20).map { Spelling.mixed.apply(to: text, named: "q\($0)", seed: 1) })
        #expect(named.count > 5)
        #expect(
            Spelling.mixed.apply(to: text, named: "q", seed: 3) == Spelling.mixed.apply(to: text, named: "q", seed: 3))
    }

    @Test("A decomposed text loses its marks as well")
    func decomposed() {
        #expect(Spelling.unmarked.apply(to: "ho\u{300}a bi\u{300}nh", named: "q", seed: 1) == "hoa binh")
    }

    @Test("Plain words contain no syntax of the query language")
    func plainWords() {
        #expect(
            QuerySet.plainWords(of: "Tàu \"Thống Nhất\" -chậm* (title:ga) OR số 15/2020?")
                == "tàu thống nhất chậm title ga or số 15/2020")
    }
}
