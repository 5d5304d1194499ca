import Foundation
import Seeding
import Testing
import Vietnamese

@Suite("Orthography")
struct OrthographyTests {
    /// The twelve vowels in lower case, NFC, with their folded letters.
    static let vowels = [
        ("a", "a"), ("ă", "a"), ("â", "a"), ("e", "e"), ("ê", "e"), ("i", "i"), ("o", "o"), ("ô", "o"), ("ơ", "o"),
        ("u", "u"), ("ư", "u"), ("y", "y"),
    ]

    @Test("Every vowel with every tone has one key, however it is composed and in either case", arguments: vowels)
    func tones(vowel: String, plain: String) {
        for mark in [""] + Tone.allCases.map({ String($0.combiningMark) }) {
            let key = Array("t".utf8) + Array(vowel.utf8) + Array("n".utf8) + Array(mark.utf8)
            let typed = "t" + vowel + mark + "n"
            let decomposed = vowel.decomposedStringWithCanonicalMapping.unicodeScalars.map { String($0) }
            let toneFirst = "t" + decomposed[0] + mark + decomposed.dropFirst().joined() + "n"
            let forms = [
                typed, typed.precomposedStringWithCanonicalMapping, typed.decomposedStringWithCanonicalMapping,
                toneFirst,
            ]
            for form in forms + forms.map({ $0.uppercased() }) {
                #expect(exactKeys(form) == [key], "\(Array(form.unicodeScalars))")
                #expect(foldedKeys(form) == ["t\(plain)n"])
                #expect(Syllables(form)[0].isMarked == (key != Array("t\(plain)n".utf8)))
                #expect(Syllables(form)[0].range == 0..<form.utf8.count)
            }
        }
    }

    @Test(
        "Old and new placement and misplaced tones are one syllable",
        arguments: [
            ("hòa", "hoà", "hoa\u{300}"), ("khỏe", "khoẻ", "khoe\u{309}"), ("thủy", "thuỷ", "thuy\u{309}"),
            ("người", "ngươì", "ngươi\u{300}"), ("được", "đựơc", "đươc\u{323}"), ("tại", "taị", "tai\u{323}"),
            ("quý", "qúy", "quy\u{301}"), ("gìn", "gịn".replacing("ị", with: "ì"), "gin\u{300}"),
            ("giếng", "gíêng", "giêng\u{301}"), ("khuỷu", "khủyu", "khuyu\u{309}"), ("ngoài", "ngòai", "ngoai\u{300}"),
        ])
    func placement(left: String, right: String, key: String) {
        #expect(exactKeys(left) == keys(key))
        #expect(exactKeys(right) == keys(key))
    }

    @Test("Different words stay apart in exact search: tones, vowel marks, đ, i and y")
    func distinctions() {
        let words = ["do", "đo", "dò", "dó", "dỏ", "dõ", "dọ", "dô", "dơ", "dố", "dớ", "kỹ", "kĩ", "tỷ", "tỉ"]
        #expect(Set(words.flatMap(exactKeys)).count == words.count)
        #expect(Set(words.prefix(11).flatMap(foldedKeys)) == ["do"])
    }

    @Test("Eth in either case is đ")
    func eth() {
        #expect(exactKeys("Ðảng ðảng Đảng ĐẢNG") == keys("đang\u{309}", "đang\u{309}", "đang\u{309}", "đang\u{309}"))
        #expect(foldedKeys("Ðà") == ["da"])
    }

    @Test("Several tones are kept in the order met, dots below before the others")
    func severalTones() {
        #expect(exactKeys("résumé") == keys("resume\u{301}\u{301}"))
        #expect(exactKeys("àáãảạ") == keys("aaaaa\u{323}\u{300}\u{301}\u{303}\u{309}"))
    }

    @Test("Invisible characters are dropped, and never end a range")
    func invisible() {
        for scalar in ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}"] {
            let text = "\(scalar)ng\(scalar)\(scalar)ười\(scalar) x"
            #expect(exactKeys(text) == keys("ngươi\u{300}", "x"))
            let width = scalar.utf8.count
            #expect(Syllables(text)[0].range == width..<width * 3 + "người".utf8.count)
        }
    }

    @Test(
        "Other marked Latin letters have one key composed or not, and fold to plain letters",
        arguments: [
            ("Müller", "muller"), ("garçon", "garcon"), ("Señor", "senor"), ("Ångström", "angstrom"), ("Łódź", "lodz"),
            ("straße", "strasse"), ("STRAẞE", "strasse"), ("Ærø", "aero"), ("cœur", "coeur"), ("ǖ", "u"), ("ṩ", "s"),
            ("İstanbul", "istanbul"), ("ệ", "e"), ("Škoda", "skoda"), ("ḝ", "e"),
        ])
    func latin(text: String, folded: String) {
        #expect(foldedKeys(text) == [folded])
        #expect(exactKeys(text.decomposedStringWithCanonicalMapping) == exactKeys(text))
        #expect(exactKeys(text.precomposedStringWithCanonicalMapping) == exactKeys(text))
        #expect(Syllables(text)[0].isMarked)
    }

    @Test("Every letter of the Latin, Greek and Cyrillic blocks and of kana has one key, composed or not")
    func blocks() {
        let blocks = [0xC0...0x24F, 0x370...0x3CE, 0x400...0x4FF, 0x1E00...0x1FFF, 0x2126...0x212B, 0x3041...0x30FF]
        for value in blocks.joined() {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let text = String(scalar)
            let decomposed = exactKeys(text.decomposedStringWithCanonicalMapping)
            #expect(decomposed == exactKeys(text), "U+\(String(value, radix: 16))")
        }
    }

    @Test("Marks of one letter can be typed in any order that canonical equivalence allows")
    func orderOfMarks() {
        let marks = [
            0x300, 0x301, 0x302, 0x303, 0x306, 0x308, 0x309, 0x31B, 0x323, 0x327, 0x328, 0x340, 0x342, 0x344, 0x20EA,
        ]
        var generator = SeededGenerator(seed: 1_995)
        for number in 0..<5_000 {
            // The first one was found by a fuzzer: a mark between two that the horn brings into another order.
            var text = number == 0 ? "o\u{342}\u{302}\u{31B}" : ""
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                text += ["a", "e", "o", "u", "n", "y", "α"].randomElement(using: &generator) ?? "a"
                for _ in 0..<Int.random(in: 0...4, using: &generator) {
                    let mark = marks.randomElement(using: &generator).flatMap { Unicode.Scalar(UInt32($0)) }
                    if let mark { text.unicodeScalars.append(mark) }
                }
            }
            for form in [text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping] {
                #expect(exactKeys(form) == exactKeys(text), "\(Array(text.unicodeScalars))")
                #expect(foldedKeys(form) == foldedKeys(text), "\(Array(text.unicodeScalars))")
            }
        }
    }

    @Test("A Hangul block is one syllable, composed or conjoining")
    func hangul() {
        for value in stride(from: UInt32(0xAC00), through: 0xD7A3, by: 7) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a\(scalar)\(scalar) b"
            #expect(exactKeys(text.decomposedStringWithCanonicalMapping) == exactKeys(text))
        }
        #expect(exactKeys("\u{1112}\u{1161}\u{11AB}\u{AD6D}\u{1100}") == keys("한", "국", "\u{1100}"))
        let conjoining = Syllables("x \u{1112}\u{1161}\u{11AB}")
        #expect(conjoining.range(at: 1) == 2..<11)
    }

    @Test("Other scripts are in lower case; ideographs, kana and Hangul blocks stand alone")
    func otherScripts() {
        #expect(exactKeys("МОСКВА Αθήνα") == keys("москва", "αθηνα\u{301}"))
        #expect(exactKeys("越南abcカ한국") == keys("越", "南", "abc", "カ", "한", "국"))
    }

    @Test("Full-width forms are narrowed")
    func width() {
        #expect(exactKeys("ＨＡＮＯＩ２０２５，ａ") == keys("hanoi2025", "a"))
    }

    @Test("A superscript digit belongs to its unit, not to a number")
    func superscripts() {
        #expect(exactKeys("100 m² 10²") == keys("100", "m2", "10"))
    }
}
