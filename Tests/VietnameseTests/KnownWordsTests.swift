import Testing
import Vietnamese

@Suite("Words whose syllables are known")
struct KnownWordsTests {
    private let words = KnownWords(
        [" Thành", " thành phố", " COVID-19", " 12", "không", " và,", "  ", " đ"].map { Array($0.utf8) })

    @Test("Known words have the syllables of a scan, with marks and without")
    func keys() {
        let scanned = Syllables("thành phố")
        let found = words.syllables(of: 1)
        #expect(found.map(\.exactHash) == scanned.indices.map(scanned.exactHash(at:)))
        #expect(found.map(\.foldedHash) == scanned.indices.map(scanned.foldedHash(at:)))
        #expect(words.syllables(of: 0).map(\.exactHash) == [scanned.exactHash(at: 0)])
        #expect(words.count == 8)
    }

    @Test("Words that their neighbours can change are not known")
    func context() {
        for word in 2..<7 { #expect(words.syllables(of: word).isEmpty, "\(word)") }
        #expect(words.syllables(of: 7).count == 1)
    }

    @Test("Known words are found by any syllable without marks")
    func lookup() {
        let typed = Syllables("THANH pho")
        #expect(words.words(with: typed.foldedHash(at: 0)) == [0, 1])
        #expect(words.words(with: typed.foldedHash(at: 1)) == [1])
        #expect(words.words(with: Syllables("không").foldedHash(at: 0)) == [])
    }
}
