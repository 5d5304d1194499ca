import Seeding
import Testing
import Vietnamese

@testable import TextCoding

@Suite("Occurrences of a query's terms")
struct SightingsTests {
    private static let typed = ["thành", "phố", "ha", "noi", "và", "12.500", "m²", "uyển", "covid", "2016", "đ", "tp"]

    private static let pieces: [String] = [
        " thành phố", " Thành", " và", " của", " Hà Nội", ",", ".", "\n", " ", "12.500", " 12.500,", "5", " m²", "Uyển",
        " uyê\u{309}n", "\u{300}", "\u{200B}", " COVID-19", " 2016", "越", " của5", " và\u{AD}", "đ", " Đ", "-", "(",
        " tp.hcm",
        "é", " 1", ".000", " thàn", "h", " 😀", " Α",
    ]

    private static let bytes: [UInt8] = [0xC0, 0x80, 0x20, 0x35, 0x2E, 0x61, 0xC3, 0xA1, 0xFF, 0xFE, 0xE1]

    private static let sought = QuerySyllables(typed.flatMap { TypedSyllable.all(in: $0) })

    private static func expected(_ bytes: [UInt8]) -> QueryTermOccurrences {
        var (syllables, occurrences) = (Syllables(), QueryTermOccurrences())
        bytes.withUnsafeBufferPointer { syllables.scan($0) }
        occurrences.look(for: sought, in: syllables)
        return occurrences
    }

    private static func found(inCodes codes: [UInt8]) -> QueryTermOccurrences? {
        var (occurrences, scratch) = (QueryTermOccurrences(), QueryTermOccurrences.Scratch())
        let isSound = codes.withUnsafeBufferPointer {
            occurrences.look(for: sought, inCodes: $0, by: &scratch)
        }
        return isSound ? occurrences : nil
    }

    @Test("Occurrences in codes equal those in the text, wherever words end")
    func codes() throws {
        var generator = SeededGenerator(seed: 21)
        var sighted = 0
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                Self.pieces.randomElement(using: &generator) ?? ""
            }.joined()
            let expected = Self.expected(Array(text.utf8))
            let found = try #require(Self.found(inCodes: WordCoding.encoded(Array(text.utf8))))
            #expect(found.all == expected.all && found.count == expected.count, "\(text)")
            sighted += found.all.count
        }
        #expect(sighted > 20_000)
    }

    @Test("Occurrences in non-canonical codes are the same, or the codes are damaged")
    func noise() {
        var generator = SeededGenerator(seed: 22)
        var sound = 0
        for _ in 0..<20_000 {
            let codes: [UInt8] = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                Self.bytes.randomElement(using: &generator) ?? 0
            }
            guard let found = Self.found(inCodes: codes) else { continue }
            let expected = (0...300).lazy.compactMap { WordCoding.spelled(codes, length: $0) }.first.map(Self.expected)
            guard let expected else { continue }
            sound += 1
            #expect(found.all == expected.all && found.count == expected.count, "\(codes)")
        }
        #expect(sound > 1_000)
    }

    @Test(
        "Occurrences tell whether a run of syllables is adjacent",
        arguments: [
            ("thành phố", "ở thành phố này", true), ("thành phố", "thành lập phố", false),
            ("thanh pho", "Thánh Phó", true), ("thành", "thanh", false), ("ha noi", "Hà, Nội", true),
            ("ha noi", "nội hà", false), ("ha ha", "hà", false), ("ha ha", "ha hà", true),
        ])
    func runs(needle: String, text: String, isThere: Bool) {
        let run = TypedSyllable.all(in: needle)
        var occurrences = QueryTermOccurrences()
        occurrences.look(for: QuerySyllables(run), in: Syllables(text))
        #expect(occurrences.holdsRun(of: run) == isThere)
        #expect((Syllables(text).firstRun(of: run) != nil) == isThere)
    }
}
