import Seeding
import Testing

@testable import IndexStorage
@testable import TextCoding

@Suite("Codes for common words")
struct WordCodingTests {
    @Test("Codes have one byte for the commonest words, two for others, none for parts of a word")
    func lengths() {
        #expect(WordCoding.encoded(CommonWords.all[0]) == [0xC0])
        #expect(WordCoding.encoded(CommonWords.all[2]) == [0xF5])
        #expect(WordCoding.encoded(CommonWords.all[11]) == [0xFE])
        #expect(WordCoding.encoded(CommonWords.all[12]) == [0x80, 0])
        #expect(WordCoding.encoded(CommonWords.all[12 + 256 + 1]) == [0x81, 1])
        for text in ["người", "trườngx", " ngườix", "", " ", "  "] {
            #expect(WordCoding.encoded(Array(text.utf8)) == Array(text.utf8), "\(text)")
        }
        #expect(WordCoding.encoded([0x80, 0x41, 0xFF, 0xE1]) == [0xFF, 0x80, 0x41, 0xFF, 0xFF, 0xFF, 0xE1])
    }

    @Test("Coding takes the longer of two words")
    func longest() {
        #expect(WordCoding.encoded(Array(" thành phố.".utf8)).count == 3)
        #expect(WordCoding.encoded(Array(" thành,".utf8)).count == 3)
    }

    @Test("Decoding restores every word, any text and any bytes")
    func roundTrip() {
        var generator = SeededGenerator(seed: 5)
        var inputs =
            CommonWords.all + [
                CommonWords.all.flatMap { $0 }, CommonWords.all.shuffled(using: &generator).flatMap { $0 },
            ]
        for _ in 0..<2_000 {
            inputs.append(
                (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                })
            var text = (CommonWords.all.randomElement(using: &generator) ?? []) + [0x2E]
            text.remove(at: Int.random(in: text.indices, using: &generator))
            inputs.append(text + (CommonWords.all.randomElement(using: &generator) ?? []))
        }
        for input in inputs {
            let coded = WordCoding.encoded(input)
            #expect(WordCoding.spelled(coded, length: input.count) == input)
            #expect(WordCoding.spelled(coded, length: input.count + 1) == nil)
            if !input.isEmpty { #expect(WordCoding.spelled(coded, length: input.count - 1) == nil) }
        }
    }

    @Test("Decoding any bytes does not trap")
    func noise() {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                UInt8.random(in: 0x70...255, using: &generator)
            }
            let length = Int.random(in: 0...200, using: &generator)
            if let found = WordCoding.spelled(bytes, length: length) { #expect(found.count == length) }
        }
    }

    @Test("The words and the dictionary never change, since stored records depend on them")
    func unchanged() {
        #expect(CommonWords.all.count == 5_000)
        #expect(CommonWords.all.allSatisfy { $0.count <= 24 })
        #expect(Set(CommonWords.all).count == CommonWords.all.count)
        #expect(ContentHash(of: CommonWords.all.flatMap { $0 }).hexadecimal == "8c348e018ed7b4c3c92b96239831b85e")
        #expect(CompressionDictionary.bytes.count == 6_660)
        #expect(ContentHash(of: CompressionDictionary.bytes).hexadecimal == "cf53b9cfcfee05e1cfaf7e4c328dd9ff")
        #expect(CompressionDictionary.forReading.pointer != nil && CompressionDictionary.forWriting.pointer != nil)
    }
}
