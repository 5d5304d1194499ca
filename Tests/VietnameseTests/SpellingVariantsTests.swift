import Testing

@testable import Vietnamese

@Suite("Variants of spelling")
struct SpellingVariantsTests {
    private func exact(_ text: String) -> [UInt8] { Syllables(text).exact(at: 0) }
    private func folded(_ text: String) -> [UInt8] { Syllables(text).folded(at: 0) }

    @Test(
        "Variants replace i by y and back, with the tone kept",
        arguments: [
            ("kĩ", "kỹ"), ("lí", "lý"), ("mĩ", "mỹ"), ("sĩ", "sỹ"), ("tỉ", "tỷ"), ("hi", "hy"), ("quí", "quý"),
            ("vĩ", "vỹ"), ("QUI", "Quy"),
        ])
    func pairs(withI: String, withY: String) {
        #expect(SpellingVariants.variants(ofExact: exact(withI)) == [exact(withY)])
        #expect(SpellingVariants.variants(ofExact: exact(withY)) == [exact(withI)])
        #expect(SpellingVariants.variants(ofFolded: folded(withI)).contains(exact(withY)))
        #expect(SpellingVariants.variants(ofFolded: folded(withY)).contains(exact(withI)))
    }

    @Test(
        "Variants do not join different words",
        arguments: [
            "ti", "ty", "vi", "vy", "mi", "my", "thi", "thy", "tí", "ý", "y", "tui", "tuy", "tai", "tay", "thủy",
        ])
    func differentWords(word: String) {
        #expect(SpellingVariants.variants(ofExact: exact(word)).isEmpty)
    }

    @Test("Variants are symmetric, never the syllable itself, and differ by one letter")
    func table() {
        for (withI, withY) in SpellingVariants.syllables {
            #expect(exact(withI) != exact(withY))
            let letters = folded(withI)
            #expect(letters.dropLast() == folded(withY).dropLast())
            #expect((letters.last, folded(withY).last) == (UInt8(ascii: "i"), UInt8(ascii: "y")))
        }
        let all = SpellingVariants.syllables.flatMap { [exact($0.withI), exact($0.withY)] }
        #expect(Set(all).count == all.count)
    }

    @Test("Variants of names have the table's number of spellings, none twice, no name in two groups")
    func names() {
        let groups = SpellingVariants.spellingsOfNames
        #expect(groups.map(\.count) == SpellingVariants.names.map(\.count))
        let spellings = groups.joined().map { $0.joined(separator: [0x20]) }.map { Array($0) }
        #expect(Set(spellings).count == spellings.count)
        #expect(groups.allSatisfy { $0.count > 1 && $0.allSatisfy { (1...3).contains($0.count) } })
    }
}
