import Foundation
import Seeding
import Testing
import Vietnamese

@Suite("Syllables of any text")
struct SyllablePropertyTests {
    private static let alphabet: [Unicode.Scalar] =
        Array(
            "aăâeêioôơuưyđĐÐbcdghklmnpqrstvxzAĂÂEÊOÔƠUƯ áàảãạấậếệốộớợứựỹ0123456789.,-/%&'üçñøßŁœ越カ한😀МйΆ".unicodeScalars)
        + [
            "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}", "\u{302}", "\u{306}", "\u{31B}", "\u{308}",
            "\u{200B}", "\u{AD}",
        ]
        + ["\u{FEFF}", "\u{A0}", "\u{2013}", "\u{FF21}", "\u{FF11}", "\n", " ", " "]

    private static func text(_ generator: inout SeededGenerator, length: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...length, using: &generator) {
            scalars.append(alphabet.randomElement(using: &generator) ?? "a")
        }
        return String(scalars)
    }

    private static func check(_ syllables: Syllables, of bytes: [UInt8], isValid: Bool) {
        var end = 0
        for syllable in syllables {
            #expect(
                syllable.range.lowerBound >= end && !syllable.range.isEmpty && syllable.range.upperBound <= bytes.count)
            end = syllable.range.upperBound
            #expect(!syllable.exact.isEmpty && syllable.exact.count <= 60)
            #expect(!syllable.folded.isEmpty && syllable.folded.count <= 60)
            #expect(String(validating: syllable.exact, as: UTF8.self) != nil)
            #expect(String(validating: syllable.folded, as: UTF8.self) != nil)
            #expect(syllable.isMarked == (syllable.exact != syllable.folded))
            if isValid { #expect(String(validating: bytes[syllable.range], as: UTF8.self) != nil) }
        }
    }

    @Test("Ranges increase, lie on scalar boundaries, and keys are UTF-8 of 1 to 60 bytes")
    func ranges() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<2_000 {
            let text = Self.text(&generator, length: 80)
            Self.check(Syllables(text), of: Array(text.utf8), isValid: true)
        }
    }

    @Test("Any bytes can be scanned, folded and searched for references")
    func anyBytes() {
        var generator = SeededGenerator(seed: 2)
        let leads: [UInt8] = [
            0xC3, 0xC4, 0xC6, 0xCC, 0xE1, 0xBA, 0xBB, 0xE2, 0x80, 0xEF, 0xBC, 0xF0, 0x9F, 0x61, 0x35, 0x2E, 0x2F,
        ]
        for round in 0..<4_000 {
            let bytes = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
                round % 2 == 0
                    ? UInt8.random(in: 0...255, using: &generator) : leads.randomElement(using: &generator) ?? 0
            }
            Self.check(syllables(of: bytes), of: bytes, isValid: false)
            bytes.withUnsafeBufferPointer { bytes in
                for reference in DocumentReference.all(in: bytes) { #expect(reference.range.upperBound <= bytes.count) }
            }
        }
    }

    @Test("Composition does not change keys: NFC, NFD and a mixture of both are alike")
    func composition() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            // Hangul is kept as typed, and so is the order of two tone marks on one letter.
            let typed = Self.text(&generator, length: 40).unicodeScalars.filter { $0 != "한" && $0 != "\u{323}" }
            let text = String(String.UnicodeScalarView(typed)).precomposedStringWithCanonicalMapping
            let decomposed = text.decomposedStringWithCanonicalMapping
            let mixed = text.unicodeScalars.map {
                Bool.random(using: &generator) ? String($0) : String($0).decomposedStringWithCanonicalMapping
            }.joined()
            #expect(exactKeys(decomposed) == exactKeys(text), "\(Array(text.unicodeScalars))")
            #expect(exactKeys(mixed) == exactKeys(text), "\(Array(text.unicodeScalars))")
            #expect(foldedKeys(decomposed) == foldedKeys(text))
        }
    }

    @Test("Two texts with white space between them have the syllables of both")
    func concatenation() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<2_000 {
            let (left, right) = (Self.text(&generator, length: 40), Self.text(&generator, length: 40))
            #expect(exactKeys(left + "\n" + right) == exactKeys(left) + exactKeys(right))
        }
    }

    @Test("Keys are their own keys' syllables, and equal keys have equal hashes")
    func hashes() {
        var hashes: [[UInt8]: UInt64] = [:]
        let syllables = Syllables("hòa hoà Hoa hoa nghiêng NGHIÊNG nghieng tuổi tuoi 8.500 8500")
        for index in syllables.indices {
            for (key, hash) in [
                (syllables.exact(at: index), syllables.exactHash(at: index)),
                (syllables.folded(at: index), syllables.foldedHash(at: index)),
            ] {
                #expect(hashes[key, default: hash] == hash)
                hashes[key] = hash
            }
        }
        #expect(Set(hashes.values).count == hashes.count)
    }
}
