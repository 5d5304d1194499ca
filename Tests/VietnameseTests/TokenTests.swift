import Testing
import Vietnamese

@Suite("Tokens")
struct TokenTests {
    @Test(
        "Numbers, abbreviations and transliterations of news are tokens",
        arguments: [
            ("7h30 F0 14A m2", ["7h30", "f0", "14a", "m2"]),
            ("8.500.000 đ", ["8500000", "d"]), ("8,500,000", ["8500000"]), ("8.500.000đ", ["8500000", "d"]),
            ("3,5%", ["3.5"]), ("3.5", ["3.5"]), ("1.500", ["1500"]), ("1,500", ["1.500"]), ("0.125", ["0.125"]),
            ("1.500,75", ["1500.75"]), ("1,500.75", ["1500.75"]), ("2015.", ["2015"]), ("1,2,3", ["1", "2", "3"]),
            ("19.3.2015", ["19", "3", "2015"]), ("192.168.1.1", ["192", "168", "1", "1"]),
            ("1.500.00", ["1", "500", "00"]), ("1.500,75.3", ["1", "500", "75", "3"]), ("27/3", ["27", "3"]),
            ("1234.567", ["1234.567"]), ("A1.500", ["a1", "500"]), ("5..6", ["5", "6"]),
            ("TP.HCM", ["tp", "hcm"]), ("GD&ĐT", ["gd", "dt"]), ("35-CT/TW", ["35", "ct", "tw"]),
            ("Mi-an-ma", ["mi", "an", "ma"]), ("D'Angelo", ["d", "angelo"]), ("COVID-19", ["covid", "19"]),
            ("a\u{A0}b\u{3000}c\u{2003}d", ["a", "b", "c", "d"]), ("30ºC", ["30", "c"]), ("a😀b 👨‍👩‍👧 1️⃣", ["a", "b", "1"]),
            ("“Hà Nội…” – €5", ["ha", "noi", "5"]), ("", []), (" \t\n", []), ("\u{301}\u{302}", []),
            ("5\u{301}6", ["5", "6"]),
        ])
    func zoo(text: String, folded: [String]) {
        #expect(foldedKeys(text) == folded)
    }

    @Test("The range of a number includes its separators")
    func numberRange() {
        #expect(Syllables("giá 8.500.000đ").map(\.range) == [0..<4, 5..<14, 14..<16])
    }

    @Test("Bytes that are not UTF-8 separate, and truncated scalars do no harm")
    func invalid() {
        let wholes: [[UInt8]] = [
            [0x61, 0xFF, 0x62], [0x61, 0xC0, 0x80, 0x62], [0x61, 0xE1, 0xBB, 0x62], [0x61, 0xED, 0xA0, 0x80, 0x62],
            [0x61, 0xF4, 0x90, 0x80, 0x80, 0x62], [0x61, 0x80, 0x62], [0x61, 0xC3, 0x62],
            [0x61, 0xE0, 0x80, 0xA1, 0x62],
        ]
        for bytes in wholes { #expect(syllables(of: bytes).map(\.exact) == keys("a", "b")) }
        for tail in [[0xC4], [0xE1], [0xE1, 0xBB], [0xF0], [0xF0, 0x9F, 0x98]] as [[UInt8]] {
            #expect(syllables(of: [0x61] + tail).map(\.range) == [0..<1])
        }
    }

    @Test("Keys are cut at 60 bytes between scalars, alike for every composition, and the range stays whole")
    func longTokens() {
        for length in 55...70 {
            let composed = String(repeating: "a", count: length) + "ấđ"
            let decomposed = String(repeating: "a", count: length) + "a\u{302}\u{301}đ"
            let syllable = Syllables(composed)[0]
            #expect(syllable.exact.count <= 60 && syllable.folded.count <= 60)
            #expect(String(validating: syllable.exact, as: UTF8.self) != nil)
            #expect(syllable.range == 0..<composed.utf8.count)
            #expect(exactKeys(decomposed) == [syllable.exact])
            #expect(syllable.isMarked == (syllable.exact != syllable.folded))
        }
        #expect(Syllables(String(repeating: "1", count: 500) + ".5")[0].range == 0..<502)
        #expect(exactKeys("a" + String(repeating: "\u{301}", count: 100))[0].count == 43)
        #expect(exactKeys("a" + String(repeating: "\u{308}", count: 100))[0].count == 59)
    }

    @Test("A mark far behind the cut of a key belongs to its letter, even where a digit stood at the cut")
    func marksBehindTheCut() {
        for length in 55...100 {
            let digits = String(repeating: "4", count: length)
            for marked in ["i\u{307}\u{308}", "o\u{302}\u{301}", "u\u{31B}\u{308}\u{303}"] {
                let text = digits + marked + "ppg"
                #expect(Syllables(text).map(\.range) == [0..<text.utf8.count])
            }
        }
    }

    @Test("A horn behind a circumflex and another mark gives the key of the normal forms")
    func displacedCircumflex() {
        let composed = "o\u{31B}\u{302}\u{308}"
        for typed in ["ô\u{308}\u{31B}", "o\u{302}\u{308}\u{31B}", "o\u{302}\u{31B}\u{308}", "ơ\u{302}\u{308}"] {
            #expect(exactKeys(typed) == exactKeys(composed))
        }
        #expect(exactKeys(composed) == keys("ơ\u{302}\u{308}"))
    }

    @Test("Syllables that are cut to one exact key have one folded key")
    func foldedKeysOfCutKeys() {
        let beginning = String(repeating: "nghiê", count: 10)
        for ending in ["a", "b", "ấ", "ngh"] {
            let syllable = Syllables(beginning + ending)[0]
            #expect(Array(fold(String(decoding: syllable.exact, as: UTF8.self)).utf8) == syllable.folded)
            #expect(syllable.exact == Array(beginning.utf8.prefix(60)))
        }
    }

    @Test("Scanning again replaces the content")
    func reuse() {
        var syllables = Syllables("một hai ba")
        syllables.scan("bốn")
        #expect(syllables.map(\.exact) == keys("bôn\u{301}"))
        syllables.scan("")
        #expect(syllables.isEmpty)
    }
}
