import Seeding
import Testing
import Vietnamese

@Suite("Counting n-grams")
struct NgramCounterTests {
    private static let body = NgramPrefixes(exact: [], folded: Array("XF".utf8), bigram: Array("XB".utf8))
    private static let title = NgramPrefixes(
        exact: Array("S".utf8), folded: Array("XSF".utf8), bigram: Array("XSB".utf8))

    private static func naive(_ texts: [(Syllables, NgramPrefixes)]) -> [[UInt8]: UInt32] {
        var counts: [[UInt8]: UInt32] = [:]
        for (syllables, prefixes) in texts {
            let all = Array(syllables)
            for (index, syllable) in all.enumerated() {
                counts[prefixes.exact + syllable.exact, default: 0] += 1
                if syllable.isMarked { counts[prefixes.folded + syllable.folded, default: 0] += 1 }
                if index + 1 < all.count {
                    counts[prefixes.bigram + syllable.folded + [0x20] + all[index + 1].folded, default: 0] += 1
                }
            }
        }
        return counts
    }

    private static func counts(_ counter: NgramCounter) -> [[UInt8]: UInt32] {
        var counts: [[UInt8]: UInt32] = [:]
        counter.forEach { term, count in
            #expect(counts[Array(term)] == nil)
            counts[Array(term)] = count
        }
        #expect(counts.count == counter.count)
        return counts
    }

    private static func text(_ generator: inout SeededGenerator, syllables: Int, vocabulary: Int) -> String {
        let vowels = ["a", "á", "ă", "ẩ", "ê", "i", "ơ", "ừ", "y"]
        return (0..<syllables).map { _ in
            let number = Int.random(in: 0..<vocabulary, using: &generator)
            return "đ" + vowels[number % vowels.count] + String(number / vowels.count, radix: 36)
        }.joined(separator: " ")
    }

    @Test("A sentence gives exact terms, folded terms where they differ, and folded bigrams")
    func sentence() {
        var counter = NgramCounter()
        counter.add(Syllables("Hà Nội, Hà Nam"), prefixes: Self.body)
        #expect(
            Self.counts(counter) == [
                Array("ha\u{300}".utf8): 2, Array("nôi\u{323}".utf8): 1, Array("nam".utf8): 1, Array("XFha".utf8): 2,
                Array("XFnoi".utf8): 1, Array("XBha noi".utf8): 1, Array("XBnoi ha".utf8): 1, Array("XBha nam".utf8): 1,
            ])
    }

    @Test("Totals are those of a dictionary, for documents of every size with a counter used again and again")
    func totals() {
        var generator = SeededGenerator(seed: 7)
        var counter = NgramCounter()
        for size in [0, 1, 2, 10, 600, 30_000, 50, 3, 5_000, 0, 700] {
            let body = Syllables(Self.text(&generator, syllables: size, vocabulary: max(1, size / 2)))
            let title = Syllables(Self.text(&generator, syllables: min(size, 12), vocabulary: 9))
            counter.removeAll()
            counter.add(body, prefixes: Self.body)
            counter.add(title, prefixes: Self.title)
            counter.add(title, prefixes: Self.body)
            #expect(
                Self.counts(counter) == Self.naive([(body, Self.body), (title, Self.title), (title, Self.body)]))
        }
    }

    @Test("Other terms are counted by any number, of any length, and stop at the largest count")
    func otherTerms() {
        var counter = NgramCounter()
        let long = [UInt8](repeating: 0x51, count: 100_000)
        counter.add(term: Array("Qid".utf8), count: 3)
        counter.add(term: Array("Qid".utf8)[...], count: .max)
        counter.add(term: long, count: 1)
        counter.add(term: [], count: 2)
        counter.add(term: Array("none".utf8), count: 0)
        #expect(Self.counts(counter) == [Array("Qid".utf8): .max, long: 1, []: 2])
        counter.removeAll()
        #expect(counter.count == 0)
    }

    @Test("Keys at the cut and very long prefixes are spelled in full")
    func longTerms() {
        var counter = NgramCounter()
        let prefix = [UInt8](repeating: 0x58, count: 300)
        let prefixes = NgramPrefixes(exact: prefix, folded: prefix + [0x59], bigram: prefix + [0x5A])
        let syllables = Syllables(String(repeating: "ấ", count: 40) + " " + String(repeating: "b", count: 90))
        counter.add(syllables, prefixes: prefixes)
        #expect(Self.counts(counter) == Self.naive([(syllables, prefixes)]))
    }
}
