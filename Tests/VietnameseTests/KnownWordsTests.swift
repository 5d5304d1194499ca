import Testing
import Vietnamese

@Suite("Words whose syllables are known")
struct KnownWordsTests {
    private let words = KnownWords(
        [" Thành", " thành phố", " COVID-19", " 12", "không", " và,", "  ", " đ"].map { Array($0.utf8) })

    @Test("have the syllables that a scan finds, with the marks' keys and without")
    func keys() {
        let scanned = Syllables("thành phố")
        let found = words.syllables(of: 1)
        #expect(found.map(\.exactHash) == scanned.indices.map(scanned.exactHash(at:)))
        #expect(found.map(\.foldedHash) == scanned.indices.map(scanned.foldedHash(at:)))
        #expect(words.syllables(of: 0).map(\.exactHash) == [scanned.exactHash(at: 0)])
        #expect(words.count == 8)
    }

    @Test("are not those that what stands beside them can change")
    func context() {
        for word in 2..<7 { #expect(words.syllables(of: word).isEmpty, "\(word)") }
        #expect(words.syllables(of: 7).count == 1)
    }

    @Test("are found by any of their syllables without marks")
    func lookup() {
        let typed = Syllables("THANH pho")
        #expect(words.words(with: typed.foldedHash(at: 0)) == [0, 1])
        #expect(words.words(with: typed.foldedHash(at: 1)) == [1])
        #expect(words.words(with: Syllables("không").foldedHash(at: 0)) == [])
    }
}
